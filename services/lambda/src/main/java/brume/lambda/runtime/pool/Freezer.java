package brume.lambda.runtime.pool;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Freezes environments that have had nothing to do for a while.
///
/// @param after how long nothing is asked of an environment until it freezes
record Freezer(ScheduledExecutorService timer, Duration after) {
  /// To be told of every environment that has nothing to do from now on.
  void later(Environment environment) {
    later(environment, after);
  }

  private void later(Environment environment, Duration in) {
    if (timer.isShutdown() || !environment.markFreezing()) {
      return;
    }
    var _ =
        timer.schedule(
            () -> freeze(environment), Math.max(1, in.toMillis()), TimeUnit.MILLISECONDS);
  }

  private void freeze(Environment environment) {
    environment.unmarkFreezing();
    var left = environment.freezeAfter(after);
    if (left.isPositive()) {
      later(environment, left);
    }
  }
}
