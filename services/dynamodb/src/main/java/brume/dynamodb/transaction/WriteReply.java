package brume.dynamodb.transaction;

import brume.dynamodb.data.Items.Place;
import brume.dynamodb.data.Items.Write;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.request.Capacity;
import brume.dynamodb.request.ItemCollection;
import brume.dynamodb.transaction.AllOrNothing.Outcome;
import brume.model.dynamodb.ConsumedCapacity;
import brume.model.dynamodb.ItemCollectionMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is told of a transaction's writes.
///
/// @param items reads the items, for a request that was repeated and wrote nothing
public record WriteReply(
    List<Write> writes, Outcome outcome, Supplier<List<@Nullable Item>> items) {

  public static List<Place> places(List<Write> writes) {
    return writes.stream().map(write -> new Place(write.table(), write.key())).toList();
  }

  /// Everything of a transaction is done twice, and costs twice. A repeated one costs its reading.
  public List<ConsumedCapacity> capacity(boolean byIndex) {
    var tables = new LinkedHashMap<String, Capacity>();
    var read = outcome.isRepeated() ? items.get() : List.<@Nullable Item>of();
    for (int i = 0; i < writes.size(); i++) {
      var capacity = tables.computeIfAbsent(writes.get(i).table().name(), Capacity::new);
      if (outcome.isRepeated()) {
        var item = read.get(i);
        capacity.add(2 * Capacity.ofRead(item == null ? 0 : ItemSize.of(item), true));
      } else {
        var change = outcome.changes().get(i);
        capacity.add(2 * change.units()).add(change.indexUnits());
      }
    }
    return tables.values().stream()
        .map(each -> outcome.isRepeated() ? each.read(byIndex) : each.written(byIndex))
        .toList();
  }

  /// Null when nothing is to be told.
  public @Nullable Map<String, List<ItemCollectionMetrics>> collections(
      @Nullable String returnItemCollectionMetrics) {
    var collections = new LinkedHashMap<String, List<ItemCollectionMetrics>>();
    for (int i = 0; i < outcome.changes().size(); i++) {
      var write = writes.get(i);
      var collection =
          ItemCollection.reply(
              returnItemCollectionMetrics,
              write.table(),
              write.key(),
              outcome.changes().get(i).collectionBytes());
      if (collection != null) {
        collections.computeIfAbsent(write.table().name(), _ -> new ArrayList<>()).add(collection);
      }
    }
    return collections.isEmpty() ? null : collections;
  }
}
