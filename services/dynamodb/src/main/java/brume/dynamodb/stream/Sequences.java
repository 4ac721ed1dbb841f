package brume.dynamodb.stream;

import brume.store.Counter;
import brume.store.Key;
import brume.store.Store;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/// Numbers for the records of changes, in the order in which each item changes; never one twice,
/// also after a crash. For one process: a second one on the same store would have numbers of its
/// own.
public final class Sequences {
  /// Numbers reserved in the store at once. What a crash leaves unused is never used.
  private static final long BLOCK = 1L << 40;

  /// When fewer are left, more are reserved: transactions under way must not run out of them.
  private static final long RESERVE = 1L << 32;

  private static final Counter BOUND = new Counter(Key.of("dynamodb.sequence"));

  private final Store store;
  private final ReentrantLock reserving = new ReentrantLock();

  /// How many transactions are under way, by the first number that they can have taken.
  private final TreeMap<Long, Integer> underWay = new TreeMap<>();

  private long next;
  private long bound;

  public Sequences(Store store) {
    this.store = store;
  }

  /// A transaction that may take numbers, until it is closed: by then it has committed or failed.
  public final class Ticket implements AutoCloseable {
    private final long floor;

    private Ticket(long floor) {
      this.floor = floor;
    }

    /// The next number. To be called under the locks of the item whose change it numbers.
    long take() {
      synchronized (underWay) {
        return next++;
      }
    }

    @Override
    public void close() {
      synchronized (underWay) {
        underWay.computeIfPresent(floor, (_, count) -> count == 1 ? null : count - 1);
      }
    }
  }

  /// To be called before the transaction begins.
  public Ticket begin() {
    reserve();
    synchronized (underWay) {
      underWay.merge(next, 1, Integer::sum);
      return new Ticket(next);
    }
  }

  /// All records with smaller numbers are visible to snapshots taken from now on.
  public long settled() {
    reserve();
    synchronized (underWay) {
      return underWay.isEmpty() ? next : underWay.firstKey();
    }
  }

  /// A transaction of its own, and so never within another, nor while others wait for a number.
  private void reserve() {
    if (hasReserve()) {
      return;
    }
    reserving.lock();
    try {
      if (!hasReserve()) {
        long reserved = store.transact(BOUND.locks(), transaction -> BOUND.add(transaction, BLOCK));
        synchronized (underWay) {
          next = Math.max(next, reserved - BLOCK + 1);
          bound = reserved;
        }
      }
    } finally {
      reserving.unlock();
    }
  }

  private boolean hasReserve() {
    synchronized (underWay) {
      return bound - next > RESERVE;
    }
  }
}
