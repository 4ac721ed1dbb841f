package brume.store.engine;

import brume.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One platform thread that commits all waiting transactions at once, so that they share one sync.
///
/// While one batch is being synced the next gathers by itself: nobody waits to fill a batch.
/// Writers queue on a stack, which takes one atomic step each, and the committer takes it whole.
public final class GroupCommit implements AutoCloseable {
  /// Bounds the memory of one batch; one transaction is always less.
  static final int MAX_BATCH_BYTES = 16 * 1024 * 1024;

  /// Where batches go.
  public interface Log {
    /// Returns when all of `batch` is durable and visible. What it throws, each writer gets.
    void append(List<Writes> batch);
  }

  private final Log log;
  private final Thread committer;
  private final AtomicReference<@Nullable Waiting> newest = new AtomicReference<>();
  private volatile boolean closed;

  public GroupCommit(Log log) {
    this.log = log;
    committer = Thread.ofPlatform().name("store-committer").daemon().start(this::run);
  }

  /// Returns when `writes` are durable and visible, and throws what kept them from it.
  public void commit(Writes writes) {
    var waiting = new Waiting(writes);
    do {
      waiting.before = newest.get();
    } while (!newest.compareAndSet(waiting.before, waiting));
    if (waiting.before == null) {
      LockSupport.unpark(committer);
    }
    waiting.await();
  }

  private void run() {
    while (!closed) {
      var last = newest.getAndSet(null);
      if (last == null) {
        LockSupport.park(this);
      } else {
        commit(oldestFirst(last));
      }
    }
  }

  private static List<Waiting> oldestFirst(Waiting last) {
    var all = new ArrayList<Waiting>();
    for (var each = last; each != null; each = each.before) {
      all.add(each);
    }
    return all.reversed();
  }

  private void commit(List<Waiting> all) {
    int from = 0;
    while (from < all.size()) {
      int to = batchEnd(all, from);
      var batch = all.subList(from, to);
      var failure = append(batch);
      batch.forEach(waiting -> waiting.end(failure));
      from = to;
    }
  }

  private static int batchEnd(List<Waiting> all, int from) {
    int to = from;
    long bytes = 0;
    do {
      bytes += all.get(to++).writes.bytes();
    } while (to < all.size() && bytes + all.get(to).writes.bytes() <= MAX_BATCH_BYTES);
    return to;
  }

  /// The committer outlives whatever goes wrong: the writers are told, the next batch is tried.
  private @Nullable StoreUnavailableException append(List<Waiting> batch) {
    try {
      log.append(batch.stream().map(waiting -> waiting.writes).toList());
      return null;
    } catch (StoreUnavailableException e) {
      return e;
    } catch (RuntimeException | OutOfMemoryError e) {
      return new StoreUnavailableException("The commit failed: " + e.getMessage(), e);
    }
  }

  /// Call it when nobody commits any more.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(committer);
    try {
      committer.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A writer and what it waits for.
  private static final class Waiting {
    private final Writes writes;
    private final Thread writer = Thread.currentThread();
    private @Nullable Waiting before;
    private @Nullable StoreUnavailableException failure;
    private volatile boolean ended;

    private Waiting(Writes writes) {
      this.writes = writes;
    }

    /// Not to be interrupted: the outcome would be unknown for no need.
    private void await() {
      boolean interrupted = false;
      while (!ended) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        writer.interrupt();
      }
      if (failure != null) {
        throw new StoreUnavailableException(String.valueOf(failure.getMessage()), failure);
      }
    }

    private void end(@Nullable StoreUnavailableException outcome) {
      failure = outcome;
      ended = true;
      LockSupport.unpark(writer);
    }
  }
}
