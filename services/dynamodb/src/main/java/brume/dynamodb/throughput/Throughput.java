package brume.dynamodb.throughput;

import static brume.model.dynamodb.DynamoDbError.PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.THROTTLING_EXCEPTION;

import brume.dynamodb.table.Index;
import brume.dynamodb.table.Table;
import brume.service.Metrics;
import brume.shape.ServiceException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Refuses reads and writes beyond what a table or global index may take: its provisioned units
/// with the credit of five minutes, or the quota of a table that is paid by request.
public final class Throughput {
  /// Seconds for which unused units are kept.
  ///
  /// Source: Amazon DynamoDB Developer Guide, "Burst and adaptive capacity".
  static final int BURST_SECONDS = 300;

  /// Units of either kind in a second. Source: Amazon DynamoDB Developer Guide, "Quotas".
  static final long ON_DEMAND_UNITS = 40_000;

  private static final int MAX_KNOWN = 10_000;

  private final Map<Resource, Bucket> buckets = new ConcurrentHashMap<>();
  private final Consumption reads;
  private final Consumption writes;

  /// @param metrics where consumed units and refusals are counted
  public Throughput(Metrics metrics) {
    reads = new Consumption(metrics, false);
    writes = new Consumption(metrics, true);
  }

  private record Resource(String table, @Nullable String index, boolean isWrite) {}

  /// Throws AWS's error when the table or index cannot be read now.
  ///
  /// @param index null for the table itself
  public void admitRead(Table table, @Nullable Index index, Instant now) {
    var throttled = index != null && index.isGlobal() ? index : null;
    if (!bucket(table, throttled, false, now).isOpen(now)) {
      reads.throttled(table, throttled);
      throw exceeded(table, throttled);
    }
  }

  public void read(Table table, @Nullable Index index, double units, Instant now) {
    var paying = index != null && index.isGlobal() ? index : null;
    bucket(table, paying, false, now).spend(units);
    reads.consumed(table, paying, units);
  }

  /// Throws AWS's error when the table or one of its global indexes cannot be written now.
  public void admitWrite(Table table, Instant now) {
    if (!bucket(table, null, true, now).isOpen(now)) {
      writes.throttled(table, null);
      throw exceeded(table, null);
    }
    for (var index : table.indexes()) {
      if (index.isGlobal() && !bucket(table, index, true, now).isOpen(now)) {
        writes.throttled(table, index);
        throw exceeded(table, index);
      }
    }
  }

  public void write(Table table, double units, Map<Index, Double> indexUnits, Instant now) {
    bucket(table, null, true, now).spend(units);
    writes.consumed(table, null, units);
    indexUnits.forEach(
        (index, each) -> {
          var paying = index.isGlobal() ? index : null;
          bucket(table, paying, true, now).spend(each);
          writes.consumed(table, paying, each);
        });
  }

  /// Whether an error is one of these.
  public static boolean isExceeded(ServiceException error) {
    return error.error() == PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION
        || error.error() == THROTTLING_EXCEPTION;
  }

  private Bucket bucket(Table table, @Nullable Index index, boolean isWrite, Instant now) {
    var resource = new Resource(table.id(), index == null ? null : index.name(), isWrite);
    double provisioned = units(table, index, isWrite);
    double rate = provisioned > 0 ? provisioned : ON_DEMAND_UNITS;
    var bucket = buckets.get(resource);
    if (bucket == null || bucket.rate() != rate) {
      if (buckets.size() >= MAX_KNOWN) {
        buckets.clear();
      }
      bucket = new Bucket(rate, provisioned > 0 ? rate * BURST_SECONDS : rate, now);
      buckets.put(resource, bucket);
    }
    return bucket;
  }

  /// Zero for one that is paid by request.
  private static long units(Table table, @Nullable Index index, boolean isWrite) {
    var units = index == null ? table.description().provisionedThroughput() : index.throughput();
    if (units == null) {
      return 0;
    }
    var wanted = isWrite ? units.writeCapacityUnits() : units.readCapacityUnits();
    return wanted == null ? 0 : wanted;
  }

  private static ServiceException exceeded(Table table, @Nullable Index index) {
    if (table.description().billingModeSummary() != null) {
      return THROTTLING_EXCEPTION.because(
          "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically"
              + " scaling your table or index so please try again shortly.");
    }
    return PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION.because(
        index == null
            ? "The level of configured provisioned throughput for the table was exceeded. Consider"
                + " increasing your provisioning level with the UpdateTable API."
            : "The level of configured provisioned throughput for one or more global secondary"
                + " indexes of the table was exceeded. Consider increasing your provisioning level"
                + " for the under-provisioned global secondary indexes with the UpdateTable API");
  }
}
