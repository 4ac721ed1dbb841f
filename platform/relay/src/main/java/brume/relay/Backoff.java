package brume.relay;

import java.time.Duration;

/// How long to wait after a delivery that failed: twice as long each time, up to a bound.
final class Backoff {
  static final Duration FIRST = Duration.ofMillis(250);
  static final Duration LONGEST = Duration.ofMinutes(5);

  /// The doublings after which the bound is reached.
  private static final int MAX_DOUBLINGS = 11;

  private Backoff() {}

  /// @param attempt the one that failed, 1 for the first
  static Duration after(int attempt) {
    var wait = FIRST.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
