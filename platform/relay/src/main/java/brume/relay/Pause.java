package brume.relay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Waits for a time of a clock that may be set or, in tests, stand still and jump.
final class Pause {
  /// How long a jump of the clock may go unnoticed.
  static final Duration LONGEST = Duration.ofMillis(250);

  private Pause() {}

  static void until(Instant time, InstantSource clock) throws InterruptedException {
    for (var left = Duration.between(clock.instant(), time);
        left.isPositive();
        left = Duration.between(clock.instant(), time)) {
      Thread.sleep(left.compareTo(LONGEST) < 0 ? left : LONGEST);
    }
  }
}
