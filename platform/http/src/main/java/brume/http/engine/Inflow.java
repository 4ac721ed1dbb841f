package brume.http.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Bytes that an event loop puts in and one blocking thread takes out. The peer is held back while
/// [#WINDOW] pieces wait: a slow reader costs at most that much memory.
public final class Inflow extends InputStream {
  /// Pieces, of 64 KiB at most each.
  public static final int WINDOW = 16;

  /// What the two sides need of the connection.
  public interface Source {
    /// The reader begins; on its thread.
    void begun();

    /// So many pieces more may come; on the reader's thread.
    void fetch(int pieces);

    /// What is thrown at a reader that has waited for too long.
    IOException late();

    /// The reader closes; on its thread.
    ///
    /// @param ended whether everything had arrived
    void closed(boolean ended);
  }

  private final Source source;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<byte[]> pieces = new ArrayDeque<>(WINDOW);
  private boolean ended;
  private boolean discarding;
  private @Nullable IOException failure;
  private boolean begun;
  private int taken;
  private byte[] current = {};
  private int position;

  /// @param patience how long a reader waits for the next piece
  public Inflow(Source source, Duration patience) {
    this.source = source;
    this.patience = patience;
  }

  /// Puts a piece in; it is not touched afterwards.
  public void put(byte[] piece) {
    lock.lock();
    try {
      if (!discarding && piece.length > 0) {
        pieces.add(piece);
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Nothing more comes; the first call counts, but for the end of what is dropped.
  ///
  /// @param cause what the reader gets after the pieces that are there; null for the end
  public void finish(@Nullable IOException cause) {
    lock.lock();
    try {
      if (!ended && (failure == null || (discarding && cause == null))) {
        ended = cause == null;
        failure = cause;
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /// What is there and what still comes is dropped, and a reader gets an [IOException].
  public void discard() {
    lock.lock();
    try {
      discarding = true;
      pieces.clear();
      if (!ended && failure == null) {
        failure = new IOException("Nobody waits for this body any more");
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whether everything has arrived, read or not.
  public boolean ended() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /// Takes everything out when all of it is there in one piece; null when it is not.
  public byte @Nullable [] whole() {
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

  @Override
  public void close() {
    source.closed(ended());
  }

  /// Makes a byte available; false at the end.
  private boolean fill() throws IOException {
    if (position < current.length) {
      return true;
    }
    if (!begun) {
      begun = true;
      source.begun();
    }
    var next = take();
    if (next == null) {
      return false;
    }
    current = next;
    position = 0;
    if (++taken == WINDOW / 2) {
      taken = 0;
      source.fetch(WINDOW / 2);
    }
    return true;
  }

  private byte @Nullable [] take() throws IOException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (pieces.isEmpty() && !ended) {
        if (failure != null) {
          throw failure;
        }
        if (left <= 0) {
          failure = source.late();
        } else {
          left = changed.awaitNanos(left);
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
}
