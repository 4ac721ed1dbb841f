package brume.http.server;

import brume.http.RejectedBodyException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A body that a handler reads while it arrives. The peer is held back while [#WINDOW] pieces wait:
/// a slow reader costs at most that much memory.
///
/// The event loop puts pieces in, the handler's thread takes them out.
final class IncomingBody extends InputStream {
  /// Pieces, of 64 KiB at most each.
  private static final int WINDOW = 16;

  private static final long HTTP2_NO_ERROR = 0;

  private final HttpServerRequest request;
  private final Peer peer;
  private final ServerLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<byte[]> pieces = new ArrayDeque<>(WINDOW);
  private boolean continueOwed;
  private boolean ended;
  private boolean discarding;
  private @Nullable IOException failure;
  private long received;
  private long discarded;
  private int taken;
  private byte[] current = {};
  private int position;

  /// @param continueOwed whether the peer waits for `100 Continue` before it sends (RFC 9110
  ///   §10.1.1), which it gets when the handler begins to read
  IncomingBody(HttpServerRequest request, Peer peer, ServerLimits limits, boolean continueOwed) {
    this.request = request;
    this.peer = peer;
    this.limits = limits;
    this.continueOwed = continueOwed;
    request.handler(this::arrived);
    request.endHandler(_ -> arrived());
    if (!http2()) {
      peer.receives(this);
    }
    request.exceptionHandler(this::broke);
    request.pause();
    request.fetch(WINDOW);
  }

  /// On the event loop: no more of it comes.
  void broke(Throwable cause) {
    finished(
        cause instanceof IOException io
            ? io
            : new RejectedBodyException(400, "Not the body of a request: " + cause.getMessage()));
    if (discarding) {
      stop();
    }
  }

  private void arrived(Buffer piece) {
    lock.lock();
    try {
      received += piece.length();
      if (discarding) {
        discarded += piece.length();
      } else if (received > limits.body()) {
        finish(new RejectedBodyException(413, "The body is longer than " + limits.body()));
      } else if (piece.length() > 0) {
        pieces.add(piece.getBytes());
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
    if (discarded > Exchange.DRAIN) {
      stop();
    }
  }

  private void arrived() {
    if (!http2()) {
      peer.receives(null);
    }
    finished(null);
  }

  private void stop() {
    if (http2()) {
      request.response().reset(HTTP2_NO_ERROR);
    } else {
      peer.cut();
    }
  }

  private void finished(@Nullable IOException cause) {
    lock.lock();
    try {
      finish(cause);
    } finally {
      lock.unlock();
    }
  }

  private void finish(@Nullable IOException cause) {
    if (!ended && failure == null) {
      ended = cause == null;
      failure = cause;
      changed.signal();
    }
  }

  /// Whether all of it has arrived, read or not.
  boolean ended() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /// Whether more is left than is worth throwing away, or the peer waits for `100 Continue` and
  /// nobody knows whether the rest will come.
  boolean tooMuchLeft() {
    lock.lock();
    try {
      var length = request.getHeader("content-length");
      boolean far = length != null && Long.parseLong(length) - received > Exchange.DRAIN;
      return !ended && (continueOwed || far);
    } finally {
      lock.unlock();
    }
  }

  /// The bytes that have arrived so far, when they are all; null when more may follow.
  byte @Nullable [] whole() {
    lock.lock();
    try {
      if (!ended || pieces.size() > 1) {
        return null;
      }
      var only = pieces.poll();
      return only == null ? new byte[0] : only;
    } finally {
      lock.unlock();
    }
  }

  /// What still arrives is dropped; on the event loop.
  void discard() {
    lock.lock();
    try {
      discarding = true;
      pieces.clear();
    } finally {
      lock.unlock();
    }
    request.resume();
  }

  @Override
  public int read() throws IOException {
    return fill() ? current[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, current.length - position);
    System.arraycopy(current, position, into, offset, count);
    position += count;
    return count;
  }

  @Override
  public int available() {
    return current.length - position;
  }

  /// Makes a byte available; false at the end.
  private boolean fill() throws IOException {
    if (position < current.length) {
      return true;
    }
    askToContinue();
    var next = take();
    if (next == null) {
      return false;
    }
    current = next;
    position = 0;
    if (++taken == WINDOW / 2) {
      taken = 0;
      peer.channel().eventLoop().execute(() -> request.fetch(WINDOW / 2));
    }
    return true;
  }

  private void askToContinue() {
    if (continueOwed) {
      continueOwed = false;
      peer.channel().eventLoop().execute(() -> request.response().writeContinue());
    }
  }

  private byte @Nullable [] take() throws IOException {
    lock.lock();
    try {
      long patience = limits.idle().toNanos();
      while (pieces.isEmpty() && !ended) {
        if (failure != null) {
          throw failure;
        }
        if (patience <= 0) {
          finish(new RejectedBodyException(408, "The body stood still for " + limits.idle()));
        } else {
          patience = changed.awaitNanos(patience);
        }
      }
      return pieces.poll();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      var failed = new InterruptedIOException("Interrupted while reading a body");
      failed.initCause(interrupted);
      throw failed;
    } finally {
      lock.unlock();
    }
  }

  private boolean http2() {
    return request.version() == HttpVersion.HTTP_2;
  }
}
