package brume.dynamodb.item;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An item, or the key of one: attributes by name, in the order in which they were given.
///
/// The map is not changed once an item holds it.
public record Item(Map<String, Value> attributes) {
  public static final Item EMPTY = new Item(Map.of());

  /// Names and values in turn.
  public static Item of(Object... namesAndValues) {
    var attributes = new LinkedHashMap<String, Value>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      attributes.put((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
    }
    return new Item(attributes);
  }

  public @Nullable Value get(String name) {
    return attributes.get(name);
  }

  public boolean isEmpty() {
    return attributes.isEmpty();
  }

  /// The attributes of this item and, over them, those of `other`.
  public Item with(Item other) {
    var all = new LinkedHashMap<>(attributes);
    all.putAll(other.attributes);
    return new Item(all);
  }
}
