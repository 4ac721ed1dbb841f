package brume.dynamodb.transaction;

import brume.dynamodb.data.Items.Place;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.request.Capacity;
import brume.dynamodb.request.Projections;
import brume.model.dynamodb.ConsumedCapacity;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is told of a transaction's reads; throws a validation error when they are too large.
///
/// @param items null where there was none
public record ReadReply(List<Place> places, List<@Nullable Item> items) {
  public ReadReply {
    long bytes = 0;
    for (var item : items) {
      bytes += item == null ? 0 : ItemSize.of(item);
    }
    if (bytes > AllOrNothing.MAX_BYTES) {
      throw AllOrNothing.tooLarge();
    }
  }

  /// Everything of a transaction is done twice, and costs twice. Null when it was not asked for.
  public @Nullable List<ConsumedCapacity> capacity(@Nullable String returnConsumedCapacity) {
    if (!Capacity.isAskedFor(returnConsumedCapacity)) {
      return null;
    }
    var units = new LinkedHashMap<String, Capacity>();
    for (int i = 0; i < places.size(); i++) {
      units
          .computeIfAbsent(places.get(i).table().name(), Capacity::new)
          .add(2 * Projections.units(items.get(i), true));
    }
    boolean byIndex = "INDEXES".equals(returnConsumedCapacity);
    return units.values().stream().map(each -> each.read(byIndex)).toList();
  }
}
