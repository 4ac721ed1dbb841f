package brume.dynamodb.table;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.OrderedBytes;
import brume.dynamodb.item.Value;
import brume.model.dynamodb.ProvisionedThroughputDescription;
import brume.store.Key;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A secondary index: the items that have its key, ordered by it, with the attributes that it
/// projects.
///
/// @param isComplete whether it holds all items of the table that have its key: while it does not,
///   it cannot be read
/// @param throughput of a global index; null of a local one, which takes its table's
/// @param projected the attributes beside those of both keys; null for all
public record Index(
    String name,
    boolean isGlobal,
    boolean isComplete,
    @Nullable ProvisionedThroughputDescription throughput,
    KeySchema schema,
    KeySchema tableSchema,
    @Nullable Set<String> projected,
    KeySpace space) {

  /// Under which all entries lie.
  public Key place() {
    return space.prefix();
  }

  /// Whether `item` is in the index: it has the index's key, of the right types.
  public boolean holds(Item item) {
    for (var attribute : schema.attributes()) {
      var value = item.get(attribute.name());
      if (value == null || value.type() != attribute.type()) {
        return false;
      }
    }
    return true;
  }

  /// Where the index has an item that it holds, or the item of a start key: behind the index's key
  /// follows the table's, since many items may share the former.
  public Key key(Item item) {
    var builder = space.key(schema.ofItem(item)).then();
    for (var attribute : tableSchema.attributes()) {
      var value = item.get(attribute.name());
      if (value != null) {
        builder.escaped(OrderedBytes.of(value));
      }
    }
    return builder.build();
  }

  /// What the index keeps of an item.
  public Item project(Item item) {
    if (projected == null) {
      return item;
    }
    var kept = new LinkedHashMap<String, Value>();
    item.attributes()
        .forEach(
            (name, value) -> {
              if (isProjected(name)) {
                kept.put(name, value);
              }
            });
    return new Item(kept);
  }

  public boolean isProjected(String attribute) {
    return projected == null
        || projected.contains(attribute)
        || schema.has(attribute)
        || tableSchema.has(attribute);
  }
}
