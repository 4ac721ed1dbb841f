package brume.cloudwatch.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A length of the stretches of time of which data is kept, and for how long it is.
///
/// Source: Amazon CloudWatch User Guide, "Metrics concepts", metrics retention.
public enum Resolution {
  SECOND(1, Duration.ofHours(3)),
  MINUTE(60, Duration.ofDays(15)),
  FIVE_MINUTES(300, Duration.ofDays(63)),
  HOUR(3600, Duration.ofDays(455));

  private final int seconds;
  private final Duration retention;

  Resolution(int seconds, Duration retention) {
    this.seconds = seconds;
    this.retention = retention;
  }

  public int seconds() {
    return seconds;
  }

  /// Data of stretches that began before it is no more kept.
  public Instant keptFrom(Instant now) {
    return now.minus(retention);
  }

  /// Where the stretch begins in which a time lies, in seconds since 1970.
  public long begin(long epochSecond) {
    return epochSecond - Math.floorMod(epochSecond, (long) seconds);
  }

  /// The longest stretches of which periods can be put together.
  public static Resolution of(long start, int period) {
    for (var candidate : List.of(HOUR, FIVE_MINUTES, MINUTE)) {
      if (period % candidate.seconds == 0 && start % candidate.seconds == 0) {
        return candidate;
      }
    }
    return SECOND;
  }
}
