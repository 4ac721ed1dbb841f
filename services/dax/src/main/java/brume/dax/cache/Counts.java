package brume.dax.cache;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// What a cluster counts, as CloudWatch does; there the names of requests end with `Count`.
///
/// Source: Amazon DynamoDB Developer Guide, "Viewing DAX metrics and dimensions".
public final class Counts {
  /// The metrics that are counted as requests come.
  public enum Metric {
    ITEM_CACHE_HITS("ItemCacheHits"),
    ITEM_CACHE_MISSES("ItemCacheMisses"),
    QUERY_CACHE_HITS("QueryCacheHits"),
    QUERY_CACHE_MISSES("QueryCacheMisses"),
    SCAN_CACHE_HITS("ScanCacheHits"),
    SCAN_CACHE_MISSES("ScanCacheMisses"),
    TOTAL_REQUESTS("TotalRequests"),
    ERROR_REQUESTS("ErrorRequests"),
    FAULT_REQUESTS("FaultRequests"),
    FAILED_REQUESTS("FailedRequests"),
    GET_ITEM_REQUESTS("GetItemRequests"),
    PUT_ITEM_REQUESTS("PutItemRequests"),
    UPDATE_ITEM_REQUESTS("UpdateItemRequests"),
    DELETE_ITEM_REQUESTS("DeleteItemRequests"),
    QUERY_REQUESTS("QueryRequests"),
    SCAN_REQUESTS("ScanRequests"),
    BATCH_GET_ITEM_REQUESTS("BatchGetItemRequests"),
    BATCH_WRITE_ITEM_REQUESTS("BatchWriteItemRequests"),
    TRANSACT_GET_ITEMS_REQUESTS("TransactGetItemsRequests", "TransactGetItemsCount"),
    TRANSACT_WRITE_ITEMS_REQUESTS("TransactWriteItemsRequests", "TransactWriteItemsCount");

    private final String title;
    private final String published;

    Metric(String title) {
      this(title, title.replaceFirst("Requests$", "RequestCount"));
    }

    Metric(String title, String published) {
      this.title = title;
      this.published = published;
    }

    public String title() {
      return title;
    }

    /// As CloudWatch calls it.
    public String published() {
      return published;
    }
  }

  private final Map<Metric, LongAdder> counts = new EnumMap<>(Metric.class);

  public Counts() {
    for (var metric : Metric.values()) {
      counts.put(metric, new LongAdder());
    }
  }

  public void add(Metric metric) {
    java.util.Objects.requireNonNull(counts.get(metric)).increment();
  }

  public long of(Metric metric) {
    return java.util.Objects.requireNonNull(counts.get(metric)).sum();
  }
}
