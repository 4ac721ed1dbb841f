package brume.dynamodb.backup;

import brume.base.Bytes;
import brume.dynamodb.data.Statistics;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemReader;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.item.ItemWriter;
import brume.dynamodb.past.PastItems;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// The items of backups.
final class BackupItems {
  /// Items, and their bytes as they are stored, of one page.
  private static final int PAGE = 200;

  private static final int PAGE_BYTES = 1 << 20;

  private final Store store;

  BackupItems(Store store) {
    this.store = store;
  }

  void add(BackupName name, Map<Bytes, Item> items) {
    store.transact(
        Locks.NONE,
        transaction -> {
          items.forEach(
              (key, item) ->
                  transaction.put(
                      name.items().then().raw(key.toArray()).build().bytes(),
                      ItemWriter.write(item)));
          return items;
        });
  }

  PastItems.Page page(BackupName name, Bytes after) {
    var prefix = name.items();
    var range = prefix.children();
    if (after.length() > 0) {
      range = range.after(prefix.then().raw(after.toArray()).build());
    }
    var items = new TreeMap<Bytes, Item>();
    int bytes = 0;
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (items.size() < PAGE && bytes < PAGE_BYTES && cursor.next()) {
        bytes += cursor.value().length;
        items.put(behind(prefix, cursor.key()), ItemReader.read(cursor.value()));
      }
    }
    return new PastItems.Page(items, items.isEmpty() ? null : items.lastKey());
  }

  private static Bytes behind(Key prefix, byte[] key) {
    return Bytes.wrap(Arrays.copyOfRange(key, prefix.bytes().length, key.length));
  }

  Statistics.Size size(BackupName name) {
    long items = 0;
    long bytes = 0;
    for (var next = Bytes.EMPTY; next != null; ) {
      var page = page(name, next);
      for (var item : page.items().values()) {
        items++;
        bytes += ItemSize.of(item);
      }
      next = page.last();
    }
    return new Statistics.Size(items, bytes);
  }
}
