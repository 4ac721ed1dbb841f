package brume.dynamodb.data;

import brume.dynamodb.expression.Evaluator;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemReader;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.item.ItemWriter;
import brume.dynamodb.table.PrimaryKey;
import brume.dynamodb.table.Table;
import brume.store.Cursor;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The items of all tables.
public final class Items {
  /// Of items read for one page, in bytes. Source: Amazon DynamoDB Developer Guide, "Quotas".
  static final int MAX_PAGE_BYTES = 1 << 20;

  private final Store store;

  public Items(Store store) {
    this.store = store;
  }

  /// What shall become of an item. It may be asked again, so it has no effects of its own.
  @FunctionalInterface
  public interface Decision {
    /// The item to be, null for none. What it throws leaves all as it is.
    @Nullable Item after(@Nullable Item before);
  }

  /// One write of several.
  public record Write(Table table, PrimaryKey key, Decision decision) {}

  public @Nullable Item get(Table table, PrimaryKey key) {
    try (var snapshot = store.snapshot()) {
      return read(snapshot, table, key);
    }
  }

  /// Decides on one item while nobody else does, and makes it so.
  public Change change(Table table, PrimaryKey key, Decision decision) {
    var at = table.items().key(key);
    return store.transact(Locks.of(at), transaction -> change(transaction, table, at, decision));
  }

  /// All of the writes, at once.
  public List<Change> changeAll(List<Write> writes) {
    var keys = writes.stream().map(each -> each.table.items().key(each.key)).toList();
    return store.transact(
        Locks.of(keys.toArray(Key[]::new)),
        transaction -> {
          var changes = new ArrayList<Change>(writes.size());
          for (int i = 0; i < writes.size(); i++) {
            var write = writes.get(i);
            changes.add(change(transaction, write.table, keys.get(i), write.decision));
          }
          return changes;
        });
  }

  private static Change change(Transaction transaction, Table table, Key at, Decision decision) {
    var stored = transaction.get(at.bytes());
    var before = stored == null ? null : ItemReader.read(stored);
    var after = decision.after(before);
    if (after != null) {
      transaction.put(at.bytes(), ItemWriter.write(after));
    } else if (before != null) {
      transaction.delete(at.bytes());
    }
    return new Change(before, after, IndexEntries.change(transaction, table, before, after));
  }

  /// The items of a range from its beginning: up to the limit, or to 1 MB with the item that
  /// crosses it.
  public Page page(PageRequest request) {
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(request.range(), request.direction())) {
      return page(request, snapshot, cursor);
    }
  }

  private static Page page(PageRequest request, Reader reader, Cursor cursor) {
    var items = new ArrayList<Item>();
    int count = 0;
    int scanned = 0;
    long bytes = 0;
    long fetched = 0;
    Item last = null;
    while (last == null && cursor.next()) {
      var item = ItemReader.read(cursor.value());
      scanned++;
      bytes += ItemSize.of(item);
      if (scanned == request.limit() || bytes >= MAX_PAGE_BYTES) {
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
    return new Page(items, count, scanned, bytes, fetched, last);
  }

  /// The whole of an item that an index holds a part of; the index is never ahead of the table.
  private static Item fetch(Reader reader, Table table, Item part) {
    var whole = read(reader, table, table.schema().ofItem(part));
    return whole == null ? part : whole;
  }

  private static @Nullable Item read(Reader reader, Table table, PrimaryKey key) {
    var stored = reader.get(table.items().key(key).bytes());
    return stored == null ? null : ItemReader.read(stored);
  }
}
