package brume.lambda.source;

import java.time.Duration;

/// How long to wait before a batch is tried again: ever longer.
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final int MAX_DOUBLINGS = 8;

  private Backoff() {}

  /// @param failures in a row so far, from 1
  static Duration after(int failures) {
    return FIRST.multipliedBy(1L << Math.clamp(failures - 1L, 0, MAX_DOUBLINGS));
  }
}
