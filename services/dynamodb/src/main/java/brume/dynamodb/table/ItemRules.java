package brume.dynamodb.table;

import brume.base.Bytes;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.item.Value;

/// What a table demands of an item that it shall hold.
public final class ItemRules {
  private ItemRules() {}

  /// Checks an item that is put, and returns its key.
  public static PrimaryKey checkPut(Table table, Item item) {
    if (ItemSize.of(item) > ItemSize.MAX_BYTES) {
      throw Invalid.request("Item size has exceeded the maximum allowed size");
    }
    var key = table.schema().ofItem(item);
    for (var index : table.indexes()) {
      for (var attribute : index.schema().attributes()) {
        var value = item.get(attribute.name());
        if (value != null && value.type() != attribute.type()) {
          throw Invalid.parameter(
              "Type mismatch for Index Key "
                  + attribute.name()
                  + " Expected: "
                  + attribute.type()
                  + " Actual: "
                  + value.type()
                  + " IndexName: "
                  + index.name());
        }
      }
      checkIndexKey(index, item);
    }
    return key;
  }

  /// Checks what an update made of an item.
  public static void checkUpdated(Table table, Item item) {
    if (ItemSize.of(item) > ItemSize.MAX_BYTES) {
      throw Invalid.request("Item size to update has exceeded the maximum allowed size");
    }
    for (var index : table.indexes()) {
      for (var attribute : index.schema().attributes()) {
        var value = item.get(attribute.name());
        if (value != null && value.type() != attribute.type()) {
          throw Invalid.request(
              "The update expression attempted to update the secondary index key to unsupported"
                  + " type");
        }
      }
      checkIndexKey(index, item);
    }
  }

  private static void checkIndexKey(Index index, Item item) {
    for (var attribute : index.schema().attributes()) {
      var value = item.get(attribute.name());
      if (new Value.S("").equals(value) || new Value.B(Bytes.EMPTY).equals(value)) {
        throw Invalid.request(
            "One or more parameter values are not valid. A value specified for a secondary index"
                + " key is not supported. The AttributeValue for a key attribute cannot contain an"
                + " empty "
                + (value instanceof Value.S ? "string" : "binary")
                + " value. IndexName: "
                + index.name()
                + ", IndexKey: "
                + attribute.name());
      }
    }
    if (index.holds(item)) {
      index.schema().ofItem(item); // checks the sizes
    }
  }
}
