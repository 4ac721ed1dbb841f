package brume.dynamodb.data;

import brume.dynamodb.expression.Condition;
import brume.dynamodb.item.Item;
import brume.dynamodb.table.Index;
import brume.dynamodb.table.Table;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Reader.Direction;
import org.jspecify.annotations.Nullable;

/// What a query or scan reads.
///
/// @param index null for the table itself
/// @param limit of items read, 1 or more
/// @param fetches whether the items of an index are read from the table
/// @param countsOnly whether the items themselves are wanted
public record PageRequest(
    Table table,
    @Nullable Index index,
    KeyRange range,
    Direction direction,
    int limit,
    @Nullable Condition filter,
    boolean fetches,
    boolean countsOnly) {

  /// The same, from behind `start`, the last key of an earlier page.
  public PageRequest behind(Key start) {
    var rest = direction == Direction.FORWARD ? range.after(start) : range.before(start);
    return new PageRequest(table, index, rest, direction, limit, filter, fetches, countsOnly);
  }

  /// The attributes by which a later request can go on behind `item`.
  Item keyOf(Item item) {
    var key = table.schema().keyOf(item);
    return index == null ? key : index.schema().keyOf(item).with(key);
  }
}
