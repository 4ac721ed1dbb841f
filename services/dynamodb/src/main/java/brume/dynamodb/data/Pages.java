package brume.dynamodb.data;

import brume.dynamodb.expression.Evaluator;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemReader;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.table.Table;
import brume.store.Reader;
import java.util.ArrayList;

/// Reads parts of ranges of items.
final class Pages {
  /// Of items read for one page, in bytes. Source: Amazon DynamoDB Developer Guide, "Quotas".
  static final int MAX_BYTES = 1 << 20;

  private Pages() {}

  static Page read(PageRequest request, Reader reader) {
    var items = new ArrayList<Item>();
    int count = 0;
    int scanned = 0;
    long bytes = 0;
    long fetched = 0;
    Item last = null;
    try (var cursor = reader.scan(request.range(), request.direction())) {
      while (last == null && cursor.next()) {
        var item = ItemReader.read(cursor.value());
        scanned++;
        bytes += ItemSize.of(item);
        if (scanned == request.limit() || bytes >= MAX_BYTES) {
          last = request.keyOf(item);
        }
        if (request.fetches()) {
          item = fetch(reader, request.table(), item);
          fetched += ItemSize.of(item);
        }
        if (request.filter() == null || Evaluator.holds(request.filter(), item)) {
          count++;
          if (!request.countsOnly()) {
            items.add(item);
          }
        }
      }
    }
    return new Page(items, count, scanned, bytes, fetched, last);
  }

  /// The whole of an item that an index holds a part of; the index is never ahead of the table.
  private static Item fetch(Reader reader, Table table, Item part) {
    var whole = Items.read(reader, table, table.schema().ofItem(part));
    return whole == null ? part : whole;
  }
}
