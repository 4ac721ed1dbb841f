package brume.dax.method;

import brume.dax.cbor.CborWriter;
import brume.dax.form.Values;
import brume.model.dynamodb.Capacity;
import brume.model.dynamodb.ConsumedCapacity;
import brume.model.dynamodb.ItemCollectionMetrics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How replies tell what DynamoDB used up. What came from a cache used nothing.
final class Consumption {
  private static final int UNITS = 1;
  private static final int READ_UNITS = 2;
  private static final int WRITE_UNITS = 3;
  private static final int TABLE_NAME = 4;
  private static final int TABLE = 5;
  private static final int GLOBAL_INDEXES = 6;
  private static final int LOCAL_INDEXES = 7;

  private Consumption() {}

  /// As a field of a map, when there is any.
  static void writeField(CborWriter out, @Nullable ConsumedCapacity capacity) {
    if (capacity != null) {
      write(out.integer(Field.CONSUMED_CAPACITY), capacity);
    }
  }

  static void writeField(CborWriter out, @Nullable ItemCollectionMetrics metrics) {
    if (metrics != null) {
      write(out.integer(Field.COLLECTION_METRICS), metrics);
    }
  }

  static void writeAll(CborWriter out, @Nullable List<ConsumedCapacity> capacities) {
    var all = capacities == null ? List.<ConsumedCapacity>of() : capacities;
    out.array(all.size());
    all.forEach(each -> write(out, each));
  }

  static void writeAll(CborWriter out, @Nullable Map<String, List<ItemCollectionMetrics>> metrics) {
    var all = metrics == null ? Map.<String, List<ItemCollectionMetrics>>of() : metrics;
    out.map(all.size());
    all.forEach(
        (table, each) -> {
          out.text(table).array(each.size());
          each.forEach(one -> write(out, one));
        });
  }

  private static void write(CborWriter out, ConsumedCapacity capacity) {
    var whole = new CborWriter();
    whole.text(Objects.requireNonNull(capacity.tableName()));
    whole.float64(units(capacity.capacityUnits()));
    if (capacity.table() == null) {
      whole.nothing();
    } else {
      whole.float64(units(capacity.table().capacityUnits()));
    }
    writeIndexes(whole, capacity.globalSecondaryIndexes());
    writeIndexes(whole, capacity.localSecondaryIndexes());
    out.bytes(whole.toByteArray());
  }

  private static void writeIndexes(CborWriter out, @Nullable Map<String, Capacity> indexes) {
    if (indexes == null) {
      out.nothing();
      return;
    }
    out.map(indexes.size());
    indexes.forEach((name, each) -> out.text(name).float64(units(each.capacityUnits())));
  }

  private static void write(CborWriter out, ItemCollectionMetrics metrics) {
    var whole = new CborWriter();
    for (var key : Objects.requireNonNull(metrics.itemCollectionKey()).values()) {
      Values.write(whole, key);
    }
    for (var bound : Objects.requireNonNull(metrics.sizeEstimateRangeGb())) {
      whole.float64(bound);
    }
    out.bytes(whole.toByteArray());
  }

  /// As transactions tell it, with all its parts.
  static void writeExtended(CborWriter out, @Nullable List<ConsumedCapacity> capacities) {
    var all = capacities == null ? List.<ConsumedCapacity>of() : capacities;
    out.array(all.size());
    for (var each : all) {
      out.openMap();
      unit(out, UNITS, each.capacityUnits());
      unit(out, READ_UNITS, each.readCapacityUnits());
      unit(out, WRITE_UNITS, each.writeCapacityUnits());
      out.integer(TABLE_NAME).text(Objects.requireNonNull(each.tableName()));
      if (each.table() != null) {
        writeExtended(out.integer(TABLE), each.table());
      }
      writeExtended(out, GLOBAL_INDEXES, each.globalSecondaryIndexes());
      writeExtended(out, LOCAL_INDEXES, each.localSecondaryIndexes());
      out.end();
    }
  }

  private static void writeExtended(
      CborWriter out, int field, @Nullable Map<String, Capacity> indexes) {
    if (indexes == null) {
      return;
    }
    out.integer(field).openMap();
    indexes.forEach((name, each) -> writeExtended(out.text(name), each));
    out.end();
  }

  private static void writeExtended(CborWriter out, Capacity capacity) {
    out.openMap();
    unit(out, UNITS, capacity.capacityUnits());
    unit(out, READ_UNITS, capacity.readCapacityUnits());
    unit(out, WRITE_UNITS, capacity.writeCapacityUnits());
    out.end();
  }

  private static void unit(CborWriter out, int field, @Nullable Double units) {
    if (units != null) {
      out.integer(field).float64(units);
    }
  }

  private static double units(@Nullable Double units) {
    return units == null ? 0 : units;
  }
}
