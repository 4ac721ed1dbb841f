package brume.apigateway.cache;

import brume.base.Scope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The caches of all stages.
public final class StageCaches {
  /// The part of the process's memory that one cache may take, however large its cluster is.
  private static final int PART_OF_MEMORY = 8;

  private final Map<String, ResponseCache> caches = new ConcurrentHashMap<>();

  /// A stage's cache, empty when it has got another size.
  ///
  /// @param bytes the size of its cluster
  public ResponseCache of(Scope scope, String apiId, String stage, long bytes) {
    long capacity = Math.min(bytes, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    var key = key(scope, apiId, stage);
    var cache = caches.get(key);
    if (cache == null || cache.capacity() != capacity) {
      cache = new ResponseCache(capacity);
      caches.put(key, cache);
    }
    return cache;
  }

  private static String key(Scope scope, String apiId, String stage) {
    return scope.account() + ' ' + scope.region() + ' ' + apiId + ' ' + stage;
  }

  /// Forgets all responses of a stage.
  public void flush(Scope scope, String apiId, String stage) {
    caches.remove(key(scope, apiId, stage));
  }

  /// How often a stage's cache had what was asked for since it is there.
  public ResponseCache.Counts counts(Scope scope, String apiId, String stage) {
    var cache = caches.get(key(scope, apiId, stage));
    return cache == null ? new ResponseCache.Counts(0, 0) : cache.counts();
  }
}
