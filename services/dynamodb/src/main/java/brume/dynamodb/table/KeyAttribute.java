package brume.dynamodb.table;

import brume.dynamodb.item.ValueType;

/// An attribute that every item of a table has, or every item that an index holds.
public record KeyAttribute(String name, ValueType type) {
  public KeyAttribute {
    if (!type.isOrdered()) {
      throw new IllegalArgumentException("Values of type " + type + " cannot be keys");
    }
  }
}
