package brume.dynamodb.table;

import static brume.dynamodb.item.ItemSize.utf8Length;

import brume.base.Bytes;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The attributes that make up the key of a table or of an index.
public record KeySchema(KeyAttribute partition, @Nullable KeyAttribute sort) {
  public static final int MAX_PARTITION_BYTES = 2048;
  public static final int MAX_SORT_BYTES = 1024;

  /// Both attributes, or the only one.
  public List<KeyAttribute> attributes() {
    return sort == null ? List.of(partition) : List.of(partition, sort);
  }

  public boolean has(String attribute) {
    return partition.name().equals(attribute) || (sort != null && sort.name().equals(attribute));
  }

  /// The key of a whole item that is to be put.
  public PrimaryKey ofItem(Item item) {
    return new PrimaryKey(
        inItem(item, partition, MAX_PARTITION_BYTES),
        sort == null ? null : inItem(item, sort, MAX_SORT_BYTES));
  }

  /// The key that a request names an item by: its attributes and no others.
  public PrimaryKey ofKey(Item key) {
    if (key.attributes().size() != attributes().size()) {
      throw mismatch();
    }
    return new PrimaryKey(
        inKey(key, partition, MAX_PARTITION_BYTES),
        sort == null ? null : inKey(key, sort, MAX_SORT_BYTES));
  }

  /// The key attributes of an item that has them.
  public Item keyOf(Item item) {
    var key = new LinkedHashMap<String, Value>();
    for (var attribute : attributes()) {
      var value = item.get(attribute.name());
      if (value != null) {
        key.put(attribute.name(), value);
      }
    }
    return new Item(key);
  }

  private static Value inItem(Item item, KeyAttribute attribute, int maxBytes) {
    var value = item.get(attribute.name());
    if (value == null) {
      throw Invalid.parameter("Missing the key " + attribute.name() + " in the item");
    }
    if (value.type() != attribute.type()) {
      throw Invalid.parameter(
          "Type mismatch for key "
              + attribute.name()
              + " expected: "
              + attribute.type()
              + " actual: "
              + value.type());
    }
    return checkSize(value, attribute, maxBytes);
  }

  private static Value inKey(Item key, KeyAttribute attribute, int maxBytes) {
    var value = key.get(attribute.name());
    if (value == null || value.type() != attribute.type()) {
      throw mismatch();
    }
    return checkSize(value, attribute, maxBytes);
  }

  private static Value checkSize(Value value, KeyAttribute attribute, int maxBytes) {
    int bytes =
        switch (value) {
          case Value.S(String text) -> utf8Length(text);
          case Value.B(Bytes blob) -> blob.length();
          default -> 1;
        };
    if (bytes == 0) {
      throw Invalid.request(
          "One or more parameter values are not valid. The AttributeValue for a key attribute"
              + " cannot contain an empty "
              + (attribute.type() == brume.dynamodb.item.ValueType.S ? "string" : "binary")
              + " value. Key: "
              + attribute.name());
    }
    if (bytes > maxBytes) {
      throw Invalid.parameter(
          maxBytes == MAX_PARTITION_BYTES
              ? "Size of hashkey has exceeded the maximum size limit of2048 bytes"
              : "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }
    return value;
  }

  private static brume.shape.ServiceException mismatch() {
    return Invalid.request("The provided key element does not match the schema");
  }
}
