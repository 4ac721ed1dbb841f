package brume.logs.tail;

import brume.base.Arn;
import brume.base.Scope;
import brume.model.logs.LiveTailSessionLogEvent;
import brume.model.logs.LiveTailSessionStart;
import brume.model.logs.SessionTimeoutException;
import brume.model.logs.StartLiveTailResponseStream;
import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;

/// One session: its start, an update in every interval, and the end of its time.
///
/// Source: Amazon CloudWatch Logs API reference, "StartLiveTail".
public final class Tail implements Iterable<StartLiveTailResponseStream>, Closeable {
  static final Duration LONGEST = Duration.ofHours(3);

  private enum Phase {
    OPENED,
    STARTED,
    OVER
  }

  private final Tails.Wanted wanted;
  private final LiveTailSessionStart start;
  private final InstantSource clock;
  private final Instant end;
  private final Duration interval;
  private final Pending pending = new Pending();
  private Phase phase = Phase.OPENED;

  Tail(Tails.Wanted wanted, LiveTailSessionStart start, InstantSource clock, Duration interval) {
    this.wanted = wanted;
    this.start = start;
    this.clock = clock;
    this.interval = interval;
    end = clock.instant().plus(LONGEST);
  }

  boolean isOf(Scope scope) {
    return wanted.scope().equals(scope);
  }

  synchronized boolean isOver() {
    return phase == Phase.OVER || hasTimedOut();
  }

  private boolean hasTimedOut() {
    return !clock.instant().isBefore(end);
  }

  void offer(Arn group, LiveTailSessionLogEvent event) {
    boolean fits =
        wanted.groups().contains(group)
            && wanted.streams().test(Objects.requireNonNull(event.logStreamName()))
            && wanted.messages().test(Objects.requireNonNull(event.message()));
    if (fits) {
      synchronized (this) {
        pending.add(event);
      }
    }
  }

  /// The one reader of the session; its events come as time goes by.
  @Override
  public Iterator<StartLiveTailResponseStream> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !isClosed();
      }

      @Override
      public StartLiveTailResponseStream next() {
        return take();
      }
    };
  }

  private synchronized boolean isClosed() {
    return phase == Phase.OVER;
  }

  private synchronized StartLiveTailResponseStream take() {
    return switch (phase) {
      case OVER -> throw new NoSuchElementException();
      case OPENED -> {
        phase = Phase.STARTED;
        yield StartLiveTailResponseStream.builder().sessionStart(start).build();
      }
      case STARTED -> {
        await();
        if (hasTimedOut()) {
          phase = Phase.OVER;
          yield StartLiveTailResponseStream.builder()
              .sessionTimeoutException(new SessionTimeoutException("The session timed out."))
              .build();
        }
        yield StartLiveTailResponseStream.builder().sessionUpdate(pending.take()).build();
      }
    };
  }

  private void await() {
    long until = System.nanoTime() + interval.toNanos();
    long left = interval.toMillis();
    try {
      while (left > 0 && phase == Phase.STARTED) {
        wait(left);
        left = Duration.ofNanos(until - System.nanoTime()).toMillis();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      phase = Phase.OVER;
    }
  }

  @Override
  public synchronized void close() {
    phase = Phase.OVER;
    notifyAll();
  }
}
