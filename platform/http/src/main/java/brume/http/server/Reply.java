package brume.http.server;

import brume.base.Body;
import brume.base.Bytes;
import brume.http.Response;
import brume.http.engine.Await;
import brume.http.engine.OnLoop;
import brume.http.engine.Outflow;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Writes the response to a request: bytes in one write, files without passing memory, streams
/// piece by piece as the peer takes them.
final class Reply {
  /// Bytes a second that a peer has to take of a file.
  private static final long SLOWEST = 16 << 10;

  private static final long HTTP2_INTERNAL_ERROR = 2;
  private static final System.Logger LOG = System.getLogger(Reply.class.getName());

  private final HttpServerRequest request;
  private final HttpServerResponse out;
  private final Peer peer;
  private final Duration patience;
  private final ResponseHead head;
  private final OnLoop loop;

  Reply(HttpServerRequest request, Peer peer, Duration patience, HttpDate date) {
    this.request = request;
    out = request.response();
    this.peer = peer;
    this.patience = patience;
    head = new ResponseHead(request, date);
    loop = new OnLoop(peer.channel().eventLoop(), this::unwritable);
  }

  /// On the handler's thread. Returns when a file or a stream is written; when the body is bytes,
  /// before that.
  ///
  /// @param unread what may be left of the request's body
  void send(Response response, @Nullable IncomingBody unread) throws IOException {
    if (head.bodiless(response.status())) {
      if (response.body() instanceof Body.OfStream stream) {
        stream.stream().close();
      }
      sendBytes(response, unread, Bytes.EMPTY);
      return;
    }
    switch (response.body()) {
      case Body.OfBytes(var bytes) -> sendBytes(response, unread, bytes);
      // Frames of HTTP/2 are made in memory: there is no copy to save.
      case Body.OfFile file when http2() ->
          sendStream(response, unread, new Body.OfStream(file.open(), file.length()));
      case Body.OfFile file -> sendFile(response, unread, file);
      case Body.OfStream stream -> sendStream(response, unread, stream);
    }
  }

  private void sendBytes(Response response, @Nullable IncomingBody unread, Bytes bytes) {
    loop.run(
        () -> {
          boolean close = putHead(response, unread);
          out.end(Outflow.wrap(bytes.shared())).onComplete(_ -> after(close, unread));
        });
  }

  private void sendFile(Response response, @Nullable IncomingBody unread, Body.OfFile file)
      throws IOException {
    try (var channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
      if (channel.size() < file.offset() + file.length()) {
        throw new EOFException("The file is shorter than was announced: " + file.path());
      }
      var closes = new boolean[1];
      var sent =
          loop.future(
              () -> {
                closes[0] = putHead(response, unread);
                return out.sendFile(channel, file.offset(), file.length());
              });
      Await.result(sent, patience.plusSeconds(file.length() / SLOWEST));
      loop.run(() -> after(closes[0], unread));
    }
  }

  private void sendStream(Response response, @Nullable IncomingBody unread, Body.OfStream body)
      throws IOException {
    try (var stream = body.stream()) {
      if (body.length() >= 0 && body.length() <= Outflow.PIECE) {
        var bytes = stream.readNBytes((int) body.length());
        Outflow.checkComplete(body.length(), bytes.length);
        sendBytes(response, unread, Bytes.wrap(bytes));
        return;
      }
      var closes = new boolean[1];
      loop.run(() -> closes[0] = putHead(response, unread));
      new Outflow(out, loop, patience).pump(stream, body.length(), out::closed);
      loop.run(() -> out.end().onComplete(_ -> after(closes[0], unread)));
    }
  }

  /// Says no to the request and ends its connection, or only its stream over HTTP/2. On the event
  /// loop.
  void refuse(int status, @Nullable String reason) {
    if (out.headWritten() || out.closed()) {
      cut();
      return;
    }
    if (!http2()) {
      peer.stopServing();
    }
    head.put(Response.of(status, "text/plain; charset=utf-8", reason + "\n"), true);
    out.end(reason + "\n").onComplete(_ -> after(true, null));
  }

  /// Breaks off what cannot be finished, so that the peer does not take a part for the whole.
  void abandon() {
    loop.run(this::cut);
  }

  private void cut() {
    if (http2()) {
      out.reset(HTTP2_INTERNAL_ERROR);
    } else {
      peer.cut();
    }
  }

  /// Whether the connection is known to end behind this response. One that streams may yet read
  /// what is left of the request.
  private boolean putHead(Response response, @Nullable IncomingBody unread) {
    var connection = response.headers().first("connection");
    boolean streams = response.body() instanceof Body.OfStream;
    boolean close =
        (!streams && unread != null && unread.tooMuchLeft())
            || (connection != null && connection.equalsIgnoreCase("close"))
            || (request.version() == HttpVersion.HTTP_1_0 && response.body().length() < 0);
    head.put(response, close);
    return close;
  }

  private void after(boolean close, @Nullable IncomingBody unread) {
    boolean muchLeft = unread != null && unread.tooMuchLeft();
    if ((close || muchLeft) && !http2()) {
      peer.end();
    } else if (unread != null) {
      unread.discard();
    }
  }

  private void unwritable(RuntimeException broken) {
    LOG.log(Level.ERROR, "A response cannot be written", broken);
    cut();
  }

  private boolean http2() {
    return request.version() == HttpVersion.HTTP_2;
  }
}
