package brume.http.server;

import brume.base.Body;
import brume.base.Bytes;
import brume.http.Response;
import brume.http.engine.Await;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes the response to a request: bytes in one write, files without passing memory, streams
/// piece by piece as the peer takes them.
final class Reply {
  /// Bytes of one write of a stream; a shorter one is sent as bytes.
  private static final int PIECE = 64 << 10;

  /// Bytes a second that a peer has to take of a file.
  private static final long SLOWEST = 16 << 10;

  private static final long HTTP2_INTERNAL_ERROR = 2;
  private static final System.Logger LOG = System.getLogger(Reply.class.getName());

  private final HttpServerRequest request;
  private final HttpServerResponse out;
  private final Peer peer;
  private final Duration patience;
  private final ResponseHead head;

  Reply(HttpServerRequest request, Peer peer, Duration patience, HttpDate date) {
    this.request = request;
    out = request.response();
    this.peer = peer;
    this.patience = patience;
    head = new ResponseHead(request, date);
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
      case Body.OfFile file -> sendFile(response, unread, file);
      case Body.OfStream stream -> sendStream(response, unread, stream);
    }
  }

  private void sendBytes(Response response, @Nullable IncomingBody unread, Bytes bytes) {
    onLoop(
        () -> {
          boolean close = putHead(response, unread);
          var buffer = BufferInternal.buffer(Unpooled.wrappedBuffer(bytes.shared()));
          out.end(buffer).onComplete(_ -> after(close, unread));
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
          fromLoop(
              () -> {
                closes[0] = putHead(response, unread);
                return out.sendFile(channel, file.offset(), file.length());
              });
      Await.result(sent, patience.plusSeconds(file.length() / SLOWEST));
      onLoop(() -> after(closes[0], unread));
    }
  }

  private void sendStream(Response response, @Nullable IncomingBody unread, Body.OfStream body)
      throws IOException {
    try (var stream = body.stream()) {
      if (body.length() >= 0 && body.length() <= PIECE) {
        var bytes = stream.readNBytes((int) body.length());
        checkComplete(body.length(), bytes.length);
        sendBytes(response, unread, Bytes.wrap(bytes));
        return;
      }
      var closes = new boolean[1];
      onLoop(() -> closes[0] = putHead(response, unread));
      pump(body);
      onLoop(() -> out.end().onComplete(_ -> after(closes[0], unread)));
    }
  }

  /// One piece is on its way while the next is read.
  private void pump(Body.OfStream body) throws IOException {
    var piece = new byte[PIECE];
    long left = body.length() == Body.UNKNOWN ? Long.MAX_VALUE : body.length();
    Future<Void> written = Future.succeededFuture();
    while (left > 0) {
      int count = body.stream().read(piece, 0, (int) Math.min(PIECE, left));
      if (count < 0) {
        break;
      }
      left -= count;
      var full = count > PIECE / 4;
      var bytes = full ? piece : Arrays.copyOf(piece, count);
      piece = full ? new byte[PIECE] : piece;
      Await.result(written, patience);
      written = write(bytes, count);
    }
    Await.result(written, patience);
    if (body.length() != Body.UNKNOWN) {
      checkComplete(body.length(), body.length() - left);
    }
  }

  private Future<Void> write(byte[] bytes, int count) {
    return fromLoop(
        () -> out.write(BufferInternal.buffer(Unpooled.wrappedBuffer(bytes, 0, count))));
  }

  private static void checkComplete(long announced, long actual) throws EOFException {
    if (actual < announced) {
      throw new EOFException("A body of " + announced + " bytes ended after " + actual);
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
    peer.channel().eventLoop().execute(this::cut);
  }

  private void cut() {
    if (http2()) {
      out.reset(HTTP2_INTERNAL_ERROR);
    } else {
      peer.cut();
    }
  }

  /// Whether the connection has to end behind this response.
  private boolean putHead(Response response, @Nullable IncomingBody unread) {
    var connection = response.headers().first("connection");
    boolean close =
        (unread != null && unread.tooMuchLeft())
            || (connection != null && connection.equalsIgnoreCase("close"))
            || (request.version() == HttpVersion.HTTP_1_0 && response.body().length() < 0);
    head.put(response, close);
    return close;
  }

  private void after(boolean close, @Nullable IncomingBody unread) {
    if (close && !http2()) {
      peer.end();
    } else if (unread != null && !unread.ended()) {
      unread.discard();
    }
  }

  private void onLoop(Runnable task) {
    peer.channel()
        .eventLoop()
        .execute(
            () -> {
              try {
                task.run();
              } catch (RuntimeException broken) {
                LOG.log(Level.ERROR, "A response cannot be written: " + broken.getMessage());
                cut();
              }
            });
  }

  private <T> Future<T> fromLoop(Supplier<Future<T>> task) {
    var promise = Promise.<T>promise();
    peer.channel()
        .eventLoop()
        .execute(
            () -> {
              try {
                task.get().onComplete(promise);
              } catch (RuntimeException broken) {
                promise.fail(broken);
              }
            });
    return promise.future();
  }

  private boolean http2() {
    return request.version() == HttpVersion.HTTP_2;
  }
}
