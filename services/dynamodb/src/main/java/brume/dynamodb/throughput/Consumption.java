package brume.dynamodb.throughput;

import brume.dynamodb.table.Index;
import brume.dynamodb.table.Table;
import brume.service.Metrics;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts what CloudWatch shows of the capacity of tables and their global indexes.
///
/// Source: Amazon DynamoDB Developer Guide, "DynamoDB metrics and dimensions".
///
/// @param isWrite not read
record Consumption(Metrics metrics, boolean isWrite) {
  void consumed(Table table, @Nullable Index index, double units) {
    var name = isWrite ? "ConsumedWriteCapacityUnits" : "ConsumedReadCapacityUnits";
    metrics.add(subject(table, index), name, Metrics.Unit.COUNT, units);
  }

  void throttled(Table table, @Nullable Index index) {
    metrics.count(subject(table, index), isWrite ? "WriteThrottleEvents" : "ReadThrottleEvents", 1);
  }

  private static Metrics.Subject subject(Table table, @Nullable Index index) {
    var own = new Metrics.Subject(table.scope(), "AWS/DynamoDB", Map.of("TableName", table.name()));
    return index == null ? own : own.with("GlobalSecondaryIndexName", index.name());
  }
}
