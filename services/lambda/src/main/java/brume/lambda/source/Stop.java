package brume.lambda.source;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells the threads of a mapping that it is not to go on. What runs already is let run.
final class Stop {
  private final CountDownLatch stopped = new CountDownLatch(1);

  void stop() {
    stopped.countDown();
  }

  boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /// Waits for `time`, or until it is stopped.
  void pause(Duration time) {
    try {
      var _ = stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      stop();
    }
  }
}
