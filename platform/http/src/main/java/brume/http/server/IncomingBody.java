package brume.http.server;

import brume.http.RejectedBodyException;
import brume.http.engine.Inflow;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The body of a request that a handler reads while it arrives. What the handler leaves is thrown
/// away up to a bound, so that the connection can be used again.
///
/// All but the stream itself belongs to the event loop.
final class IncomingBody implements Inflow.Source {
  private static final long HTTP2_NO_ERROR = 0;

  private final HttpServerRequest request;
  private final Peer peer;
  private final ServerLimits limits;
  private final Inflow inflow;
  private volatile boolean continueOwed;
  private boolean discarding;
  private long received;
  private long discarded;

  /// @param continueOwed whether the peer waits for `100 Continue` before it sends (RFC 9110
  ///   §10.1.1), which it gets when the handler begins to read
  IncomingBody(HttpServerRequest request, Peer peer, ServerLimits limits, boolean continueOwed) {
    this.request = request;
    this.peer = peer;
    this.limits = limits;
    this.continueOwed = continueOwed;
    inflow = new Inflow(this, limits.idle());
    request.handler(this::arrived);
    request.endHandler(_ -> ended());
    request.exceptionHandler(this::broke);
    request.pause();
    request.fetch(Inflow.WINDOW);
    if (!http2()) {
      peer.receives(this);
    }
  }

  InputStream stream() {
    return inflow;
  }

  /// The bytes that have arrived, when they are all and few; null when more may follow.
  byte @Nullable [] whole() {
    return inflow.whole();
  }

  private void arrived(Buffer piece) {
    received += piece.length();
    if (discarding) {
      discarded += piece.length();
      if (discarded > Exchange.DRAIN) {
        stop();
      }
    } else if (received > limits.body()) {
      inflow.finish(
          new RejectedBodyException(413, "The body is longer than " + limits.body() + " bytes"));
    } else {
      inflow.put(piece.getBytes());
    }
  }

  private void ended() {
    if (!http2()) {
      peer.receives(null);
    }
    inflow.finish(null);
  }

  /// No more of it comes.
  void broke(Throwable cause) {
    inflow.finish(
        cause instanceof IOException io
            ? io
            : new RejectedBodyException(400, "Not the body of a request: " + cause.getMessage()));
    if (discarding) {
      stop();
    }
  }

  private void stop() {
    if (http2()) {
      request.response().reset(HTTP2_NO_ERROR);
    } else {
      peer.cut();
    }
  }

  /// Whether more is left than is worth throwing away, or the peer waits for `100 Continue` and
  /// nobody knows whether the rest will come.
  boolean tooMuchLeft() {
    var length = request.getHeader("content-length");
    boolean far = length != null && Long.parseLong(length) - received > Exchange.DRAIN;
    return !inflow.ended() && (continueOwed || far);
  }

  /// Nobody reads the rest.
  void discard() {
    if (!inflow.ended()) {
      discarding = true;
      inflow.discard();
      request.resume();
    }
  }

  @Override
  public void begun() {
    if (continueOwed) {
      continueOwed = false;
      peer.channel().eventLoop().execute(this::askToContinue);
    }
  }

  private void askToContinue() {
    if (!request.response().headWritten()) {
      request.response().writeContinue();
    }
  }

  @Override
  public void fetch(int pieces) {
    peer.channel()
        .eventLoop()
        .execute(
            () -> {
              if (!inflow.ended()) {
                request.fetch(pieces);
              }
            });
  }

  @Override
  public IOException late() {
    return new RejectedBodyException(408, "The body stood still for " + limits.idle());
  }

  @Override
  public void closed(boolean ended) {
    // What is left is dealt with when the response is written.
  }

  private boolean http2() {
    return request.version() == HttpVersion.HTTP_2;
  }
}
