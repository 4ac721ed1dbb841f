package brume.dynamodb.request;

import brume.dynamodb.table.Index;
import brume.model.dynamodb.ConsumedCapacity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Capacity units: what a request costs.
///
/// Source: Amazon DynamoDB Developer Guide, "DynamoDB read and write operations".
public final class Capacity {
  private static final double READ_UNIT_BYTES = 4096;
  private static final double WRITE_UNIT_BYTES = 1024;

  private final String table;
  private double tableUnits;
  private final Map<Index, Double> indexUnits = new HashMap<>();

  public Capacity(String table) {
    this.table = table;
  }

  /// The units of reading so many bytes at once; a consistent read costs twice the other.
  public static double ofRead(long bytes, boolean consistent) {
    double units = Math.max(1, Math.ceil(bytes / READ_UNIT_BYTES));
    return consistent ? units : units / 2;
  }

  /// The units of writing an item of the size, or in place of one.
  public static double ofWrite(int bytes) {
    return Math.max(1, Math.ceil(bytes / WRITE_UNIT_BYTES));
  }

  public Capacity add(double units) {
    tableUnits += units;
    return this;
  }

  public Capacity add(Map<Index, Double> units) {
    units.forEach((index, more) -> indexUnits.merge(index, more, Double::sum));
    return this;
  }

  public Capacity add(@Nullable Index index, double units) {
    return index == null ? add(units) : add(Map.of(index, units));
  }

  public static boolean isAskedFor(@Nullable String returnConsumedCapacity) {
    return returnConsumedCapacity != null && !returnConsumedCapacity.equals("NONE");
  }

  /// What the reply says: nothing unless the request asked for `TOTAL` or `INDEXES`.
  public @Nullable ConsumedCapacity reply(@Nullable String returnConsumedCapacity) {
    return returnConsumedCapacity != null && isAskedFor(returnConsumedCapacity)
        ? counted(returnConsumedCapacity.equals("INDEXES"))
        : null;
  }

  /// @param byIndex whether the table and each index are shown apart
  public ConsumedCapacity counted(boolean byIndex) {
    double total = tableUnits + indexUnits.values().stream().mapToDouble(Double::doubleValue).sum();
    var reply = ConsumedCapacity.builder().tableName(table).capacityUnits(total);
    if (byIndex) {
      reply
          .table(units(tableUnits))
          .globalSecondaryIndexes(indexes(true))
          .localSecondaryIndexes(indexes(false));
    }
    return reply.build();
  }

  /// The same of a transaction that read.
  public ConsumedCapacity read(boolean byIndex) {
    var counted = counted(byIndex);
    return counted.toBuilder().readCapacityUnits(counted.capacityUnits()).build();
  }

  /// The same of a transaction that wrote.
  public ConsumedCapacity written(boolean byIndex) {
    var counted = counted(byIndex);
    return counted.toBuilder().writeCapacityUnits(counted.capacityUnits()).build();
  }

  private @Nullable Map<String, brume.model.dynamodb.Capacity> indexes(boolean global) {
    var units = new HashMap<String, brume.model.dynamodb.Capacity>();
    indexUnits.forEach(
        (index, each) -> {
          if (index.isGlobal() == global) {
            units.put(index.name(), units(each));
          }
        });
    return units.isEmpty() ? null : units;
  }

  private static brume.model.dynamodb.Capacity units(double units) {
    return brume.model.dynamodb.Capacity.builder().capacityUnits(units).build();
  }
}
