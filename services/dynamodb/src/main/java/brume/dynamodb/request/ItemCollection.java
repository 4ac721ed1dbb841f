package brume.dynamodb.request;

import brume.dynamodb.item.Item;
import brume.dynamodb.table.PrimaryKey;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.ItemCollectionMetrics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What replies tell of the size of an item collection.
public final class ItemCollection {
  private static final double GIGABYTE = 1 << 30;

  private ItemCollection() {}

  /// Null unless `returnItemCollectionMetrics` asks for it, and the table has local indexes.
  ///
  /// @param bytes of the collection; null when the table keeps none
  public static @Nullable ItemCollectionMetrics reply(
      @Nullable String returnItemCollectionMetrics,
      Table table,
      PrimaryKey key,
      @Nullable Long bytes) {
    if (bytes == null || !"SIZE".equals(returnItemCollectionMetrics)) {
      return null;
    }
    double lower = Math.floor(bytes / GIGABYTE);
    var partition = Item.of(table.schema().partition().name(), key.partition());
    return ItemCollectionMetrics.builder()
        .itemCollectionKey(AttributeValues.of(partition))
        .sizeEstimateRangeGb(List.of(lower, lower + 1))
        .build();
  }
}
