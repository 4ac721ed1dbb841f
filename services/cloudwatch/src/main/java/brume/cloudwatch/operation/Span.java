package brume.cloudwatch.operation;

import brume.model.cloudwatch.CloudWatchError;
import java.time.Instant;
import java.util.Set;

/// What queries check of their times and periods.
///
/// Source: Amazon CloudWatch API reference, "GetMetricStatistics".
final class Span {
  private static final Set<Integer> SHORT_PERIODS = Set.of(1, 5, 10, 20, 30);
  private static final int MINUTE = 60;

  private Span() {}

  static void check(Instant start, Instant end) {
    if (!start.isBefore(end)) {
      throw CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The parameter StartTime must be less than the parameter EndTime.");
    }
  }

  static void checkPeriod(int period) {
    if (period % MINUTE != 0 && !SHORT_PERIODS.contains(period)) {
      throw CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
    }
  }

  /// The time rounded down to whole `seconds`, in seconds since 1970.
  static long floor(Instant time, int seconds) {
    long second = time.getEpochSecond();
    return second - Math.floorMod(second, (long) seconds);
  }
}
