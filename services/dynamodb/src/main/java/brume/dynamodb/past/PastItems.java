package brume.dynamodb.past;

import brume.base.Bytes;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemReader;
import brume.dynamodb.table.History;
import brume.dynamodb.table.Table;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Reader;
import brume.store.Store;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The items of a table as they were at one moment, read page by page in the order of their keys,
/// each page from a short snapshot: whatever changes meanwhile leaves what it was.
public final class PastItems {
  /// Items, and their bytes as they are stored, of one page and of one kind: those that are there,
  /// and those that changed.
  private static final int PAGE = 200;

  private static final int PAGE_BYTES = 1 << 20;

  private final Store store;
  private final Table table;
  private final History history;
  private final Instant at;

  /// @param table one that keeps its history since before `at`
  public PastItems(Store store, Table table, Instant at) {
    this.store = store;
    this.table = table;
    this.history = Objects.requireNonNull(table.definition().history());
    this.at = at;
  }

  /// @param items as they were, by the part of their keys behind that of all items
  /// @param last where the next page begins; null at the end
  public record Page(TreeMap<Bytes, Item> items, @Nullable Bytes last) {}

  /// The keys of items, and what is known of each: null for one that was not there.
  private static final class Part {
    private final TreeMap<Bytes, @Nullable Item> found = new TreeMap<>();
    private int bytes;

    private boolean isFull() {
      return found.size() >= PAGE || bytes >= PAGE_BYTES;
    }
  }

  /// @param after the last key of the page before; empty for the first
  public Page page(Bytes after) {
    try (var snapshot = store.snapshot()) {
      var current = current(snapshot, after);
      var changed = changed(snapshot, after);
      var last = earlier(end(current), end(changed));
      var items = new TreeMap<Bytes, Item>();
      var all = new TreeMap<>(current.found);
      all.putAll(changed.found);
      for (var each : (last == null ? all : all.headMap(last, true)).entrySet()) {
        if (each.getValue() != null) {
          items.put(each.getKey(), each.getValue());
        }
      }
      return new Page(items, last);
    }
  }

  private static @Nullable Bytes end(Part part) {
    return part.isFull() ? part.found.lastKey() : null;
  }

  private static @Nullable Bytes earlier(@Nullable Bytes one, @Nullable Bytes other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  private Part current(Reader reader, Bytes after) {
    var part = new Part();
    var range = table.items().all();
    if (after.length() > 0) {
      range = range.after(table.items().prefix().then().raw(after.toArray()).build());
    }
    try (var cursor = reader.scan(range)) {
      while (!part.isFull() && cursor.next()) {
        part.bytes += cursor.value().length;
        part.found.put(
            Bytes.wrap(table.suffix(new Key(cursor.key()))), ItemReader.read(cursor.value()));
      }
    }
    return part;
  }

  /// Items that changed later than the moment, as they were before the first such change.
  private Part changed(Reader reader, Bytes after) {
    var part = new Part();
    var entries = UndoLog.entries(table, history);
    var key = after.length() == 0 ? null : after.toArray();
    while (!part.isFull()) {
      key = next(reader, entries, key);
      if (key == null) {
        break;
      }
      var first = entries.then().raw(key).number(UndoLog.micros(at) + 1).build().bytes();
      var later = new KeyRange(first, entries.then().raw(key).build().children().to());
      try (var cursor = reader.scan(later)) {
        if (cursor.next()) {
          part.bytes += cursor.value().length;
          part.found.put(
              Bytes.wrap(key), cursor.value().length == 0 ? null : ItemReader.read(cursor.value()));
        }
      }
    }
    return part;
  }

  /// The key of the next item that changed at all.
  private static byte @Nullable [] next(Reader reader, Key entries, byte @Nullable [] after) {
    var all = entries.children();
    var range =
        after == null
            ? all
            : new KeyRange(entries.then().raw(after).build().children().to(), all.to());
    try (var cursor = reader.scan(range)) {
      return cursor.next()
          ? Arrays.copyOfRange(
              cursor.key(), entries.bytes().length, cursor.key().length - Long.BYTES)
          : null;
    }
  }
}
