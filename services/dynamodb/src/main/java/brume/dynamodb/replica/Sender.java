package brume.dynamodb.replica;

import brume.dynamodb.data.Bulk;
import brume.dynamodb.data.Items;
import brume.dynamodb.data.Items.Write;
import brume.dynamodb.item.ItemReader;
import brume.dynamodb.stream.Cause;
import brume.dynamodb.table.Table;
import brume.dynamodb.version.ItemVersion;
import brume.dynamodb.version.Version;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Brings items of one replica to another, as they are when they are read.
final class Sender {
  private final Store store;
  private final Items items;

  Sender(Store store, Items items) {
    this.store = store;
    this.items = items;
  }

  /// Returns when they are there, or the other has something later.
  ///
  /// @param suffixes of the items' keys
  void send(Table from, Table to, Collection<byte[]> suffixes, Instant now) {
    var bulk = new Bulk(items, Cause.replication(now));
    try (var snapshot = store.snapshot()) {
      for (var suffix : suffixes) {
        var write = write(snapshot, from, to, suffix);
        if (write != null) {
          bulk.add(write);
        }
      }
    }
    bulk.flush();
  }

  private static @Nullable Write write(Reader reader, Table from, Table to, byte[] suffix) {
    var stored = reader.get(at(from, suffix).bytes());
    var version = ItemVersion.find(reader, from, suffix);
    if (stored != null) {
      var item = ItemReader.read(stored);
      var known = version == null ? Version.first(from.scope().region()) : version;
      return new Write(to, to.schema().ofItem(item), _ -> item, known);
    }
    if (version == null) {
      return null;
    }
    var key = Objects.requireNonNull(version.deleted());
    return new Write(to, to.schema().ofKey(key), _ -> null, version);
  }

  private static Key at(Table table, byte[] suffix) {
    return table.items().prefix().then().raw(suffix).build();
  }
}
