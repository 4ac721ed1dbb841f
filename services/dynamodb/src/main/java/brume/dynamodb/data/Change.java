package brume.dynamodb.data;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.request.Capacity;
import brume.dynamodb.table.Index;
import brume.dynamodb.table.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a write did: the item before and after, null where there was or is none.
///
/// @param indexUnits the capacity that index entries took
/// @param collectionBytes the size of the item's collection; null in a table that keeps none
public record Change(
    @Nullable Item before,
    @Nullable Item after,
    Map<Index, Double> indexUnits,
    @Nullable Long collectionBytes) {

  /// Of a write that was refused.
  static final Change NONE = new Change(null, null, Map.of(), null);

  /// The units of the table itself: of the larger of the two items.
  public double units() {
    return Capacity.ofWrite(size());
  }

  /// The size of what was or is there, whichever is larger.
  public int size() {
    return Math.max(size(before), size(after));
  }

  /// All units, of table and indexes.
  public Capacity capacity(Table table) {
    return new Capacity(table.name()).add(units()).add(indexUnits);
  }

  private static int size(@Nullable Item item) {
    return item == null ? 0 : ItemSize.of(item);
  }
}
