package brume.dynamodb.table;

import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.shape.ServiceException;
import brume.store.Key;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Where a page begins: behind the item that ended an earlier one, which need not exist any more.
public final class StartKey {
  private StartKey() {}

  /// The place of the item in the table or, where `index` is not null, in the index.
  public static Key of(Table table, @Nullable Index index, Item key) {
    try {
      if (index == null) {
        return table.items().key(table.schema().ofKey(key));
      }
      check(table, index, key);
      return index.key(key);
    } catch (ServiceException e) {
      throw Invalid.request("The provided starting key is invalid: " + e.message());
    }
  }

  private static void check(Table table, Index index, Item key) {
    var attributes = new ArrayList<>(index.schema().attributes());
    for (var attribute : table.schema().attributes()) {
      if (!index.schema().has(attribute.name())) {
        attributes.add(attribute);
      }
    }
    boolean fits = key.attributes().size() == attributes.size();
    for (var attribute : attributes) {
      var value = key.get(attribute.name());
      fits &= value != null && value.type() == attribute.type();
    }
    if (!fits) {
      throw Invalid.request("The provided key element does not match the schema");
    }
  }
}
