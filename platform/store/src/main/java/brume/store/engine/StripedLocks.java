package brume.store.engine;

import brume.store.Locks;
import brume.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Locks for any number of names on a fixed number of stripes.
///
/// Everybody takes the stripes of a transaction in the same order, so that nobody waits in a ring.
/// Two names may share a stripe: that costs a wait, never correctness.
final class StripedLocks {
  /// With 256 writers a new one meets a foreign lock on its stripe once in 16 times.
  static final int STRIPES = 4096;

  private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];
  private final Duration patience;

  /// `patience` bounds the wait for one stripe.
  StripedLocks(Duration patience) {
    this.patience = patience;
    Arrays.setAll(stripes, _ -> new ReentrantLock());
  }

  /// Throws [StoreUnavailableException] when others hold one of the locks for too long.
  Held lock(Locks locks) {
    var wanted =
        locks.names().stream().mapToInt(StripedLocks::stripe).sorted().distinct().toArray();
    var held = new Held(wanted);
    try {
      for (int stripe : wanted) {
        lock(stripe);
        held.count++;
      }
      return held;
    } catch (StoreUnavailableException e) {
      held.close();
      throw e;
    }
  }

  private void lock(int stripe) {
    try {
      if (stripes[stripe].tryLock()
          || stripes[stripe].tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("Interrupted while waiting for a lock", e);
    }
    throw new StoreUnavailableException("A lock was not free within " + patience, null);
  }

  private static int stripe(byte[] name) {
    int hash = Arrays.hashCode(name) * 0x9E3779B9;
    return (hash ^ hash >>> 16) & (STRIPES - 1);
  }

  final class Held implements AutoCloseable {
    private final int[] wanted;
    private int count;

    private Held(int[] wanted) {
      this.wanted = wanted;
    }

    @Override
    public void close() {
      while (count > 0) {
        stripes[wanted[--count]].unlock();
      }
    }
  }
}
