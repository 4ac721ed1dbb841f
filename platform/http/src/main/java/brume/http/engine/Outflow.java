package brume.http.engine;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.streams.WriteStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// Writes a blocking stream to a connection, piece by piece as the peer takes them: one piece is on
/// its way while the next is read.
public final class Outflow {
  /// Bytes of one write.
  public static final int PIECE = 64 << 10;

  private final WriteStream<Buffer> out;
  private final OnLoop loop;
  private final Duration patience;

  /// @param patience how long one piece may take to leave
  public Outflow(WriteStream<Buffer> out, OnLoop loop, Duration patience) {
    this.out = out;
    this.loop = loop;
    this.patience = patience;
  }

  /// Bytes as the engine wants them, not copied.
  public static Buffer wrap(byte[] bytes) {
    return BufferInternal.buffer(Unpooled.wrappedBuffer(bytes));
  }

  /// Writes `length` bytes of `in`, or all when that is negative, and leaves the message open.
  ///
  /// Throws [EOFException] when there are fewer, and returns early when `enough` says so.
  public void pump(InputStream in, long length, BooleanSupplier enough) throws IOException {
    var piece = new byte[PIECE];
    long left = length < 0 ? Long.MAX_VALUE : length;
    Future<Void> written = Future.succeededFuture();
    while (left > 0 && !enough.getAsBoolean()) {
      int count = in.read(piece, 0, (int) Math.min(PIECE, left));
      if (count < 0) {
        break;
      }
      left -= count;
      boolean large = count > PIECE / 4;
      var bytes = large ? piece : Arrays.copyOf(piece, count);
      piece = large ? new byte[PIECE] : piece;
      Await.result(written, patience);
      var buffer = BufferInternal.buffer(Unpooled.wrappedBuffer(bytes, 0, count));
      written = loop.future(() -> out.write(buffer));
    }
    if (!enough.getAsBoolean()) {
      Await.result(written, patience);
      checkComplete(length, length - left);
    }
  }

  /// Throws [EOFException] when fewer bytes came than were announced; a negative announcement
  /// announces nothing.
  public static void checkComplete(long announced, long actual) throws EOFException {
    if (announced >= 0 && actual < announced) {
      throw new EOFException("A body of " + announced + " bytes ended after " + actual);
    }
  }
}
