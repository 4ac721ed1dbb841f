package brume.dynamodb.data;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.request.Capacity;
import brume.dynamodb.table.Index;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a write did: the item before and after, null where there was or is none.
///
/// @param indexUnits the capacity that index entries took
public record Change(@Nullable Item before, @Nullable Item after, Map<Index, Double> indexUnits) {

  /// The units of the table itself: of the larger of the two items.
  public double units() {
    return Capacity.ofWrite(Math.max(size(before), size(after)));
  }

  private static int size(@Nullable Item item) {
    return item == null ? 0 : ItemSize.of(item);
  }
}
