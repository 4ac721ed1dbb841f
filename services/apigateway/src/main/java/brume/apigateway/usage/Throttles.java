package brume.apigateway.usage;

import brume.model.apigateway.ThrottleSettings;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The token buckets of accounts, methods and clients.
public final class Throttles {
  /// More than these and all begin anew, so that memory stays bounded.
  private static final int MAX_BUCKETS = 100_000;

  private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

  /// Whether one request more may pass.
  ///
  /// @param name of what is limited
  /// @param rate requests per second
  /// @param burst requests at once
  boolean pass(String name, double rate, double burst, Instant now) {
    var bucket = buckets.get(name);
    if (bucket == null) {
      if (buckets.size() >= MAX_BUCKETS) {
        buckets.clear();
      }
      bucket = buckets.computeIfAbsent(name, _ -> new TokenBucket(burst, now));
    }
    return bucket.take(now, rate, burst);
  }

  /// @param settings that limit nothing where they say nothing
  public boolean pass(String name, @Nullable ThrottleSettings settings, Instant now) {
    if (settings == null || settings.rateLimit() == null || settings.burstLimit() == null) {
      return true;
    }
    return pass(name, settings.rateLimit(), settings.burstLimit(), now);
  }
}
