package brume.http.server;

import brume.base.Body;
import brume.http.Handler;
import brume.http.RejectedBodyException;
import brume.http.Request;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The way of one request: its body is gathered when it is small and left to stream when it is not,
/// a virtual thread runs the handler, and the reply goes back over the connection.
final class Exchange {
  /// Bytes up to which a body is gathered before the handler starts, which then needs no thread
  /// switch to read it.
  static final int GATHERED = 64 << 10;

  /// Bytes of a body that nobody read and that are thrown away to keep the connection; with more to
  /// come it is closed.
  static final long DRAIN = 256 << 10;

  private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

  private final HttpServerRequest incoming;
  private final Peer peer;
  private final ServerLimits limits;
  private final Handler handler;
  private final Reply reply;
  private @Nullable IncomingBody stream;

  Exchange(
      HttpServerRequest incoming, Peer peer, ServerLimits limits, Handler handler, HttpDate date) {
    this.incoming = incoming;
    this.peer = peer;
    this.limits = limits;
    this.handler = handler;
    reply = new Reply(incoming, peer, limits.idle(), date);
  }

  /// On the event loop, when the head has arrived.
  void begin() {
    try {
      var head = Heads.read(incoming, peer.remote());
      long length = announced();
      if (length > limits.body()) {
        throw new Rejection(413, "The body is longer than " + limits.body() + " bytes");
      }
      begin(head, length, continueExpected());
    } catch (Rejection rejection) {
      reply.refuse(rejection.status(), rejection.getMessage());
    }
  }

  private void begin(Request head, long length, boolean expectsContinue) {
    if (length == 0) {
      start(head);
    } else if (length > 0 && length <= GATHERED && !expectsContinue) {
      gather(head, (int) length);
    } else {
      var body = new IncomingBody(incoming, peer, limits, expectsContinue);
      stream = body;
      if (length == Body.UNKNOWN && http2()) {
        // The end of an HTTP/2 stream comes in the frame of the head or behind it.
        peer.channel().eventLoop().execute(() -> startWhenKnown(head, body));
      } else {
        start(head.with(new Body.OfStream(body.stream(), length)));
      }
    }
  }

  private void startWhenKnown(Request head, IncomingBody body) {
    var whole = body.whole();
    start(
        head.with(whole == null ? new Body.OfStream(body.stream(), Body.UNKNOWN) : Body.of(whole)));
  }

  private void gather(Request head, int length) {
    var bytes = ByteBuffer.allocate(length);
    incoming.handler(
        piece -> {
          if (piece.length() <= bytes.remaining()) {
            bytes.put(piece.getBytes());
          }
        });
    incoming.endHandler(
        _ -> {
          if (bytes.hasRemaining()) {
            reply.refuse(400, "The body is not as long as was announced");
          } else {
            start(head.with(Body.of(bytes.array())));
          }
        });
    incoming.exceptionHandler(_ -> reply.refuse(400, "The body broke off"));
  }

  /// In bytes, or [Body#UNKNOWN].
  private long announced() {
    var length = incoming.getHeader("content-length");
    if (length != null) {
      return Long.parseLong(length);
    }
    return http2() || incoming.getHeader("transfer-encoding") != null ? Body.UNKNOWN : 0;
  }

  private boolean continueExpected() {
    var expectation = incoming.getHeader("expect");
    if (expectation == null || incoming.version() == HttpVersion.HTTP_1_0) {
      return false;
    }
    if (!expectation.equalsIgnoreCase("100-continue")) {
      throw new Rejection(417, "The only expectation met here is 100-continue");
    }
    return true;
  }

  private void start(Request request) {
    peer.began();
    Thread.startVirtualThread(() -> run(request));
  }

  private void run(Request request) {
    try {
      reply.send(handler.handle(request), stream);
    } catch (RejectedBodyException rejected) {
      peer.channel()
          .eventLoop()
          .execute(() -> reply.refuse(rejected.status(), rejected.getMessage()));
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "A request was given up", gone);
      reply.abandon();
    } catch (RuntimeException | Error broken) {
      LOG.log(
          Level.ERROR, "A handler failed on " + request.method() + " " + request.path(), broken);
      reply.abandon();
    } finally {
      peer.done();
    }
  }

  private boolean http2() {
    return incoming.version() == HttpVersion.HTTP_2;
  }
}
