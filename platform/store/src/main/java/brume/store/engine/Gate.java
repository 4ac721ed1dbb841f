package brume.store.engine;

import brume.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Counts who is inside, so that native memory is freed only when nobody uses it any more.
final class Gate {
  private static final long CLOSED = Long.MIN_VALUE;

  /// How many are inside; with the sign bit once closed.
  private final AtomicLong inside = new AtomicLong();

  private final CountDownLatch empty = new CountDownLatch(1);

  /// Throws [StoreUnavailableException] once the gate is closed.
  Pass enter() {
    if (inside.incrementAndGet() < 0) {
      leave();
      throw new StoreUnavailableException("The store is closed", null);
    }
    return new Pass();
  }

  /// Lets nobody in any more. False when the gate was closed before.
  boolean close() {
    long before = inside.getAndUpdate(count -> count | CLOSED);
    if (before == 0) {
      empty.countDown();
    }
    return before >= 0;
  }

  /// Whether all have left the closed gate within `patience`.
  boolean awaitEmpty(Duration patience) {
    try {
      return empty.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void leave() {
    if (inside.decrementAndGet() == CLOSED) {
      empty.countDown();
    }
  }

  /// Leaves once, when closed.
  final class Pass implements AutoCloseable {
    private final AtomicBoolean here = new AtomicBoolean(true);

    @Override
    public void close() {
      if (here.getAndSet(false)) {
        leave();
      }
    }
  }
}
