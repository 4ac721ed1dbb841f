package brume.apigateway.cache;

import brume.http.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Responses of one stage, of which the longest unused go when there is no room.
public final class ResponseCache {
  /// Bytes. Source: API Gateway Developer Guide, "Cache settings for REST APIs in API Gateway": the
  /// largest response that is cached.
  public static final int MAX_RESPONSE = 1_048_576;

  /// Bytes that an entry takes beside its response.
  private static final int OVERHEAD = 200;

  private final long capacity;
  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private long size;

  private record Entry(Response response, long bytes, Instant until) {}

  /// @param capacity bytes
  ResponseCache(long capacity) {
    this.capacity = capacity;
  }

  long capacity() {
    return capacity;
  }

  /// Null when there is none that is still good.
  public @Nullable Response get(String key, Instant now) {
    var found = find(key, now);
    (found == null ? misses : hits).increment();
    return found;
  }

  private synchronized @Nullable Response find(String key, Instant now) {
    var entry = entries.get(key);
    if (entry == null) {
      return null;
    }
    if (!now.isBefore(entry.until)) {
      drop(key);
      return null;
    }
    return entry.response;
  }

  /// @param bytes of the response's body
  /// @param until the first moment at which it is no longer good
  public synchronized void put(String key, Response response, long bytes, Instant until) {
    drop(key);
    long needed = bytes + key.length() + OVERHEAD;
    for (var field : response.headers().fields()) {
      needed += field.name().length() + field.value().length();
    }
    entries.put(key, new Entry(response, needed, until));
    size += needed;
    var eldest = entries.entrySet().iterator();
    while (size > capacity && eldest.hasNext()) {
      size -= eldest.next().getValue().bytes;
      eldest.remove();
    }
  }

  private void drop(String key) {
    var gone = entries.remove(key);
    size -= gone == null ? 0 : gone.bytes;
  }

  public synchronized void forget(String key) {
    drop(key);
  }

  /// As CloudWatch counts them.
  ///
  /// Source: API Gateway Developer Guide, "Amazon API Gateway dimensions and metrics":
  /// `CacheHitCount` and `CacheMissCount`.
  public record Counts(long hits, long misses) {}

  Counts counts() {
    return new Counts(hits.sum(), misses.sum());
  }
}
