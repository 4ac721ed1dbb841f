package brume.dynamodb.data;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.item.ItemWriter;
import brume.dynamodb.request.Capacity;
import brume.dynamodb.table.Index;
import brume.dynamodb.table.Table;
import brume.store.Key;
import brume.store.Transaction;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Keeps the indexes of a table in step with its items, within the transactions that change them.
final class IndexEntries {
  private IndexEntries() {}

  /// One item's place and content in one index.
  private record Entry(Key key, Item item) {}

  /// Returns the units that it took in each index that changed.
  static Map<Index, Double> change(
      Transaction transaction, Table table, @Nullable Item before, @Nullable Item after) {
    if (table.indexes().isEmpty()) {
      return Map.of();
    }
    var units = new HashMap<Index, Double>();
    for (var index : table.indexes()) {
      double taken = change(transaction, entry(index, before), entry(index, after));
      if (taken > 0) {
        units.put(index, taken);
      }
    }
    return units;
  }

  private static double change(
      Transaction transaction, @Nullable Entry before, @Nullable Entry after) {
    if (Objects.equals(before, after)) {
      return 0;
    }
    double units = 0;
    boolean moves = before != null && (after == null || !after.key.equals(before.key));
    if (before != null && moves) {
      transaction.delete(before.key.bytes());
      units += Capacity.ofWrite(ItemSize.of(before.item));
    }
    if (after != null) {
      transaction.put(after.key.bytes(), ItemWriter.write(after.item));
      int replaced = before == null || moves ? 0 : ItemSize.of(before.item);
      units += Capacity.ofWrite(Math.max(replaced, ItemSize.of(after.item)));
    }
    return units;
  }

  /// Puts the entry of an item that was there before the index.
  static void fill(Transaction transaction, Index index, Item item) {
    var entry = entry(index, item);
    if (entry != null) {
      transaction.put(entry.key.bytes(), ItemWriter.write(entry.item));
    }
  }

  private static @Nullable Entry entry(Index index, @Nullable Item item) {
    return item == null || !index.holds(item)
        ? null
        : new Entry(index.key(item), index.project(item));
  }
}
