package brume.dynamodb.data;

import brume.dynamodb.expression.Condition;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.table.Index;
import brume.dynamodb.table.StartKey;
import brume.dynamodb.table.Table;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Reader.Direction;
import java.util.Arrays;
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

  /// The same, from behind the item that ended an earlier page; throws a validation error when it
  /// cannot have done so.
  public PageRequest from(Item startKey) {
    var start = StartKey.of(table, index, startKey);
    if (Arrays.compareUnsigned(start.bytes(), range.from()) < 0
        || Arrays.compareUnsigned(start.bytes(), range.to()) >= 0) {
      throw Invalid.request(
          "The provided starting key is outside query boundaries based on provided conditions");
    }
    return behind(start);
  }

  private PageRequest behind(Key start) {
    var rest = direction == Direction.FORWARD ? range.after(start) : range.before(start);
    return new PageRequest(table, index, rest, direction, limit, filter, fetches, countsOnly);
  }

  /// The attributes by which a later request can go on behind `item`.
  Item keyOf(Item item) {
    var key = table.schema().keyOf(item);
    return index == null ? key : index.schema().keyOf(item).with(key);
  }
}
