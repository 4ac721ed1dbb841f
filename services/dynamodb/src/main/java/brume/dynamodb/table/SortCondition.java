package brume.dynamodb.table;

import brume.dynamodb.item.Value;

/// What a query asks of the sort key. Every such condition is one range of keys.
public sealed interface SortCondition {
  record Equal(Value value) implements SortCondition {}

  record Below(Value value, boolean inclusive) implements SortCondition {}

  record Above(Value value, boolean inclusive) implements SortCondition {}

  record Between(Value low, Value high) implements SortCondition {}

  record BeginsWith(Value prefix) implements SortCondition {}
}
