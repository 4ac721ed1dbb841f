package brume.apigateway.usage;

import java.time.Duration;
import java.time.Instant;

/// Lets so many requests per second pass, and so many at once.
///
/// Source: API Gateway Developer Guide, "Throttle requests to your REST APIs for better
/// throughput".
final class TokenBucket {
  private static final double NANOS = 1e9;

  private double tokens;
  private Instant filled;

  TokenBucket(double burst, Instant now) {
    tokens = burst;
    filled = now;
  }

  /// @param rate tokens per second
  /// @param burst the most that it holds
  synchronized boolean take(Instant now, double rate, double burst) {
    if (now.isAfter(filled)) {
      tokens += Duration.between(filled, now).toNanos() / NANOS * rate;
      filled = now;
    }
    tokens = Math.min(tokens, burst);
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }
}
