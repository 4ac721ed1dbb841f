package brume.dynamodb.table;

import brume.dynamodb.item.OrderedBytes;
import brume.dynamodb.item.Value;
import brume.store.Key;
import brume.store.KeyRange;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where the items of one table or index lie in the store.
///
/// A key is the prefix, four bytes of the partition key's hash, the partition key, the sort key
/// and, in an index, whatever tells apart items with equal keys. So a query reads only its own
/// partition, and equal shares of the hashes are about equal shares of the items.
public final class KeySpace {
  /// The two bytes that close an escaped part of a key.
  private static final int END_BYTES = 2;

  private final Key prefix;

  public KeySpace(Key prefix) {
    this.prefix = prefix;
  }

  public Key prefix() {
    return prefix;
  }

  public Key key(PrimaryKey key) {
    var builder = partition(key.partition());
    var sort = key.sort();
    return (sort == null ? builder : builder.escaped(OrderedBytes.of(sort))).build();
  }

  /// All items.
  public KeyRange all() {
    return prefix.children();
  }

  /// A share of the items by the hashes of their partition keys; `segment` counts from 0.
  public KeyRange segment(int segment, int totalSegments) {
    var from = bound(segment, totalSegments);
    return segment == totalSegments - 1
        ? new KeyRange(from, all().to())
        : new KeyRange(from, bound(segment + 1, totalSegments));
  }

  /// The items of one partition that `condition` lets through.
  public KeyRange query(Value partition, @Nullable SortCondition condition) {
    var all = KeyRange.prefix(partition(partition).build().bytes());
    return switch (condition) {
      case null -> all;
      case SortCondition.Equal(var value) -> at(partition, value);
      case SortCondition.Below(var value, var inclusive) -> {
        var at = at(partition, value);
        yield new KeyRange(all.from(), inclusive ? at.to() : at.from());
      }
      case SortCondition.Above(var value, var inclusive) -> {
        var at = at(partition, value);
        yield new KeyRange(inclusive ? at.from() : at.to(), all.to());
      }
      case SortCondition.Between(var low, var high) ->
          new KeyRange(at(partition, low).from(), at(partition, high).to());
      case SortCondition.BeginsWith(var value) -> {
        var closed = at(partition, value).from();
        yield KeyRange.prefix(Arrays.copyOf(closed, closed.length - END_BYTES));
      }
    };
  }

  private KeyRange at(Value partition, Value sort) {
    return KeyRange.prefix(partition(partition).escaped(OrderedBytes.of(sort)).build().bytes());
  }

  private Key.Builder partition(Value partition) {
    var bytes = OrderedBytes.of(partition);
    return prefix.then().raw(PartitionHash.bytes(PartitionHash.of(bytes))).escaped(bytes);
  }

  private byte[] bound(int segment, int totalSegments) {
    var hash = (int) Math.ceilDiv(segment * PartitionHash.RANGE, (long) totalSegments);
    return prefix.then().raw(PartitionHash.bytes(hash)).build().bytes();
  }
}
