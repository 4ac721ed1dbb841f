package brume.http.client;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Response;
import brume.http.engine.Await;
import brume.http.engine.OnLoop;
import brume.http.engine.Outflow;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;

/// One request and its response on a connection of a client.
final class Conversation {
  /// Bytes up to which the body of a response is awaited with its head.
  private static final int GATHERED = 64 << 10;

  /// Sending has its own patience, piece by piece.
  private static final Duration FOREVER = Duration.ofDays(1);

  /// What the client sets itself, and `Expect`, since it sends the body at once.
  private static final Set<String> FRAMING =
      Set.of("content-length", "transfer-encoding", "connection", "keep-alive", "expect");

  /// A request of these methods says so when it has no body (RFC 9110 §8.6).
  private static final Set<String> EXPECTING = Set.of("POST", "PUT", "PATCH");

  private final HttpClientRequest request;
  private final ClientConfig config;
  private final OnLoop loop;

  Conversation(HttpClientRequest request, ClientConfig config) {
    this.request = request;
    this.config = config;
    var connection = (ConnectionBase) request.connection();
    loop = new OnLoop(connection.channel().eventLoop(), _ -> giveUp());
  }

  Response hold(Outgoing outgoing, Duration answer) throws IOException {
    boolean answered = false;
    try {
      var coming = Promise.<Response>promise();
      listen(coming);
      send(outgoing, coming);
      var response = Await.result(coming.future(), answer);
      answered = true;
      return response;
    } finally {
      if (!answered) {
        giveUp();
      }
    }
  }

  private void giveUp() {
    request.reset();
  }

  private void listen(Promise<Response> coming) {
    loop.run(
        () ->
            request
                // Failures reach the caller by the response and by each write.
                .exceptionHandler(_ -> {})
                .response()
                .onSuccess(response -> receive(response, coming))
                .onFailure(coming::tryFail));
  }

  /// Returns when all of the body is sent or the answer is there; then a server may still take the
  /// rest while it answers.
  private void send(Outgoing outgoing, Promise<Response> coming) throws IOException {
    if (outgoing.body() instanceof Body.OfBytes(var bytes)) {
      loop.run(
          () -> {
            putHeaders(outgoing);
            request.end(Outflow.wrap(bytes.shared()));
          });
      return;
    }
    loop.run(() -> putHeaders(outgoing));
    var sent = Promise.<Void>promise();
    Thread.startVirtualThread(() -> pump(outgoing.body(), coming, sent));
    Await.result(Future.any(sent.future(), coming.future()), FOREVER);
  }

  private void pump(Body body, Promise<Response> coming, Promise<Void> sent) {
    try (var in = body.open()) {
      new Outflow(request, loop, config.idle()).pump(in, body.length(), () -> false);
      loop.run(request::end);
    } catch (IOException broken) {
      coming.tryFail(broken);
      giveUp();
    } finally {
      sent.complete();
    }
  }

  private void putHeaders(Outgoing outgoing) {
    for (var field : outgoing.headers().fields()) {
      if (!FRAMING.contains(field.name().toLowerCase(Locale.ROOT))) {
        request.headers().add(field.name(), field.value());
      }
    }
    long length = outgoing.body().length();
    if (length == Body.UNKNOWN) {
      request.setChunked(true);
    } else if (length > 0 || EXPECTING.contains(outgoing.method())) {
      request.putHeader("Content-Length", Long.toString(length));
    }
  }

  /// On the event loop, before any of the body is delivered.
  private void receive(HttpClientResponse response, Promise<Response> coming) {
    var headers = headers(response);
    var length = headers.first("content-length");
    long bytes = length == null ? Body.UNKNOWN : Long.parseLong(length);
    if (bodiless(response)) {
      coming.tryComplete(new Response(response.statusCode(), headers, Body.EMPTY));
    } else if (bytes >= 0 && bytes <= GATHERED) {
      response
          .body()
          .map(all -> new Response(response.statusCode(), headers, Body.of(all.getBytes())))
          .onSuccess(coming::tryComplete)
          .onFailure(coming::tryFail);
    } else {
      var stream = ResponseBody.of(response, loop, config.idle(), this::giveUp);
      coming.tryComplete(
          new Response(response.statusCode(), headers, new Body.OfStream(stream, bytes)));
    }
  }

  private static boolean bodiless(HttpClientResponse response) {
    return response.statusCode() == 204
        || response.statusCode() == 304
        || response.request().getMethod().name().equals("HEAD");
  }

  private static Headers headers(HttpClientResponse response) {
    var fields = new ArrayList<Headers.Field>(response.headers().size());
    for (var field : response.headers()) {
      fields.add(new Headers.Field(field.getKey(), field.getValue()));
    }
    return Headers.of(fields);
  }
}
