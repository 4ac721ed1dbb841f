package brume.relay;

import brume.base.Scope;
import brume.identity.Principal;
import brume.service.Job;
import brume.service.Platform;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/// Runs jobs at the start and then at regular times, each never twice at once. A job that is late
/// runs once, however many times it has missed.
final class Jobs {
  /// Jobs that run at the same time; the others wait their turn.
  static final int MAX_CONCURRENT = 4;

  private static final Logger LOG = System.getLogger(Jobs.class.getName());

  private final Platform platform;
  private final Scope home;
  private final Semaphore turns = new Semaphore(MAX_CONCURRENT, true);

  /// @param home the scope of the calls that jobs are given
  Jobs(Platform platform, Scope home) {
    this.platform = platform;
    this.home = home;
  }

  /// Runs one job until it is interrupted.
  void run(Job job, Tally tally) {
    try {
      var time = platform.clock().instant();
      while (true) {
        Pause.until(time, platform.clock());
        turns.acquire();
        try {
          time = next(time, job.every());
          runOnce(job, tally);
        } finally {
          turns.release();
        }
      }
    } catch (InterruptedException _) {
      // the relay is closing
    }
  }

  private void runOnce(Job job, Tally tally) throws InterruptedException {
    try {
      job.run(platform.call(Principal.anonymous(), home));
      tally.done.increment();
    } catch (RuntimeException | StackOverflowError e) {
      tally.failed.increment();
      LOG.log(Level.WARNING, "A job failed: " + job.name(), e);
    }
  }

  /// The first time of the schedule that is still to come.
  private Instant next(Instant time, Duration every) {
    var now = platform.clock().instant();
    long missed = now.isBefore(time) ? 0 : Duration.between(time, now).dividedBy(every);
    return time.plus(every.multipliedBy(missed + 1));
  }
}
