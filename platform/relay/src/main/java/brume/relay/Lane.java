package brume.relay;

import brume.identity.Principal;
import brume.service.Delivery;
import brume.service.Delivery.Outcome;
import brume.service.Delivery.Outcome.Again;
import brume.service.Delivery.Outcome.Done;
import brume.service.Owed;
import brume.service.Platform;
import brume.store.Key;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Delivers what is owed of one kind, each on a virtual thread of its own, the earliest due first.
final class Lane {
  /// Deliveries of one kind at the same time.
  static final int MAX_CONCURRENT = 256;

  /// Entries of one kind whose keys, some 100 bytes each, are held in memory.
  static final int MAX_KNOWN = 20_000;

  /// The pause of a delivery whose end could not be written, in milliseconds.
  private static final long UNSETTLED_PAUSE = 1_000;

  /// Where only a change can bring something to do, and every change is signalled.
  private static final Duration UNTIL_CHANGED = Duration.ofDays(1);

  private static final Logger LOG = System.getLogger(Lane.class.getName());

  private final Delivery delivery;
  private final Entries entries;
  private final Platform platform;
  private final ExecutorService threads;
  private final Tally tally = new Tally();
  private final Backlog backlog = new Backlog(MAX_KNOWN);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  Lane(Delivery delivery, Entries entries, Platform platform, ExecutorService threads) {
    this.delivery = delivery;
    this.entries = entries;
    this.platform = platform;
    this.threads = threads;
  }

  /// Takes note of an entry of this kind.
  void offer(Key key) {
    lock.lock();
    try {
      backlog.add(key);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Whether an entry under this key would be too late to be held in memory.
  boolean isBeyond(Key key) {
    lock.lock();
    try {
      return backlog.isBeyond(key);
    } finally {
      lock.unlock();
    }
  }

  Relay.Counts counts() {
    lock.lock();
    try {
      return tally.counts(backlog.waiting());
    } finally {
      lock.unlock();
    }
  }

  /// Starts deliveries until it is interrupted.
  ///
  /// @param outbox where the lane looks for more when it has delivered what it knew
  void run(Outlook outbox) {
    try {
      while (true) {
        refill(outbox);
        var key = next();
        threads.execute(() -> deliver(key));
      }
    } catch (InterruptedException | RejectedExecutionException _) {
      // the relay is closing
    }
  }

  private void refill(Outlook outbox) throws InterruptedException {
    lock.lockInterruptibly();
    Key from;
    try {
      if (!backlog.isLow()) {
        return;
      }
      from = backlog.open();
    } finally {
      lock.unlock();
    }
    try {
      outbox.look(from, this::isBeyond);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The outbox cannot be read now", e);
      lock.lock();
      try {
        backlog.close(from);
      } finally {
        lock.unlock();
      }
      Thread.sleep(UNSETTLED_PAUSE);
    }
  }

  private Key next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        boolean isFull = backlog.taken() >= MAX_CONCURRENT;
        var key = isFull ? null : backlog.take(platform.clock().instant());
        if (key != null) {
          return key;
        }
        var wait = isFull ? UNTIL_CHANGED : untilDue(backlog.due());
        var _ = changed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  private Duration untilDue(@Nullable Instant due) {
    if (due == null) {
      return UNTIL_CHANGED;
    }
    var left = Duration.between(platform.clock().instant(), due);
    return left.compareTo(Pause.LONGEST) < 0 ? left : Pause.LONGEST;
  }

  private void deliver(Key key) {
    boolean isSettled = false;
    try {
      settle(key);
      isSettled = true;
    } catch (InterruptedException _) {
      // the relay is closing, the entry stays
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The end of a delivery is not written: " + delivery.kind(), e);
      pause();
    } finally {
      release(key, isSettled);
    }
  }

  private void settle(Key key) throws InterruptedException {
    var owed = entries.get(key);
    if (owed == null) {
      return;
    }
    switch (attempt(owed)) {
      case Done _ -> {
        entries.delete(key);
        tally.done.increment();
      }
      case Again(var at, var payload) -> {
        var later =
            new Owed(
                owed.kind(), owed.scope(), owed.id(), owed.attempt() + 1, owed.since(), payload);
        entries.replace(key, at, later);
        tally.postponed.increment();
      }
    }
  }

  private Outcome attempt(Owed owed) throws InterruptedException {
    try {
      return delivery.deliver(platform.call(Principal.anonymous(), owed.scope()), owed);
    } catch (RuntimeException | StackOverflowError e) {
      tally.failed.increment();
      var what = owed.kind() + ' ' + owed.id() + ", attempt " + owed.attempt();
      LOG.log(Level.WARNING, "A delivery failed: " + what, e);
      var at = platform.clock().instant().plus(Backoff.after(owed.attempt()));
      return new Again(at, owed.payload());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(UNSETTLED_PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void release(Key key, boolean isSettled) {
    lock.lock();
    try {
      if (isSettled) {
        backlog.end(key);
      } else {
        backlog.putBack(key);
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }
}
