package brume.dynamodb.data;

import static brume.model.dynamodb.DynamoDbError.ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED_EXCEPTION;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.table.PrimaryKey;
import brume.dynamodb.table.Table;
import brume.store.Key;
import brume.store.Transaction;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Keeps the sizes of item collections: of the items with one partition key in a table with local
/// indexes, together with their entries in those. A size is the sum of cells, each of which changes
/// under a lock of its own, so that writers of one partition need not wait for each other.
final class ItemCollections {
  /// Source: Amazon DynamoDB Developer Guide, "Item collections in local secondary indexes".
  static final long MAX_BYTES = 10L << 30;

  private ItemCollections() {}

  /// Returns the bytes of the item's collection, about; null in a table without local indexes.
  static @Nullable Long change(
      Transaction transaction,
      Table table,
      PrimaryKey key,
      Key at,
      @Nullable Item before,
      @Nullable Item after) {
    if (!table.hasLocalIndexes()) {
      return null;
    }
    long growth = size(table, after) - size(table, before);
    if (growth != 0) {
      var cell = table.collectionCell(key, at).bytes();
      var stored = transaction.get(cell);
      long bytes = (stored == null ? 0 : number(stored)) + growth;
      transaction.put(cell, ByteBuffer.allocate(Long.BYTES).putLong(bytes).array());
    }
    long all = sum(transaction, table.collection(key));
    if (growth > 0 && all > MAX_BYTES) {
      throw ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED_EXCEPTION.because(
          "Collection size exceeded: the items of one partition key may have 10 GB in a table with"
              + " local secondary indexes");
    }
    return all;
  }

  private static long size(Table table, @Nullable Item item) {
    if (item == null) {
      return 0;
    }
    long bytes = ItemSize.of(item);
    for (var index : table.indexes()) {
      if (!index.isGlobal() && index.holds(item)) {
        bytes += ItemSize.of(index.project(item));
      }
    }
    return bytes;
  }

  private static long sum(Transaction transaction, Key collection) {
    long bytes = 0;
    try (var cursor = transaction.scan(collection.children())) {
      while (cursor.next()) {
        bytes += number(cursor.value());
      }
    }
    return Math.max(0, bytes);
  }

  private static long number(byte[] stored) {
    return ByteBuffer.wrap(stored).getLong();
  }
}
