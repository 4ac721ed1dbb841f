package brume.dynamodb.version;

import brume.dynamodb.item.Item;
import brume.dynamodb.table.Table;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Transaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The version of one item as a transaction finds it, and what a write makes of it.
public final class ItemVersion {
  private static final byte[] NOTHING = {};

  private final Table table;
  private final byte[] suffix;
  private final @Nullable Version current;

  private ItemVersion(Table table, byte[] suffix, @Nullable Version current) {
    this.table = table;
    this.suffix = suffix;
    this.current = current;
  }

  /// Null in a table without replicas, whose items have no versions.
  public static @Nullable ItemVersion of(Transaction transaction, Table table, Key at) {
    if (table.definition().replicas() == null) {
      return null;
    }
    var suffix = table.suffix(at);
    return new ItemVersion(table, suffix, find(transaction, table, suffix));
  }

  /// Null when the item is older than the replicas, or there is none.
  ///
  /// @param suffix of the item's key
  public static @Nullable Version find(Reader reader, Table table, byte[] suffix) {
    var stored = reader.get(table.version(suffix).bytes());
    return stored == null ? null : Version.read(stored);
  }

  /// Whether a write with `other` version is the later one.
  public boolean isBefore(Version other) {
    return current == null || current.compareTo(other) < 0;
  }

  /// To be called when the item was written.
  ///
  /// @param incoming the version of a write that was made in another replica; null when made here
  public void change(
      Transaction transaction,
      @Nullable Item before,
      @Nullable Item after,
      @Nullable Version incoming,
      Instant at) {
    if (incoming != null) {
      put(transaction, incoming);
    } else if (before != null || after != null) {
      var deleted = after == null ? table.schema().keyOf(Objects.requireNonNull(before)) : null;
      var next = next(at, deleted);
      put(transaction, next);
      owe(transaction, next);
    }
  }

  private Version next(Instant at, @Nullable Item deleted) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    return new Version(
        current == null ? micros : Math.max(micros, current.micros() + 1),
        table.scope().region(),
        deleted);
  }

  private void put(Transaction transaction, Version next) {
    if (current != null && current.deleted() != null) {
      transaction.delete(tombstone(current).bytes());
    }
    if (next.deleted() != null) {
      transaction.put(tombstone(next).bytes(), NOTHING);
    }
    transaction.put(table.version(suffix).bytes(), next.write());
  }

  private Key tombstone(Version version) {
    return table.tombstones().then().number(version.micros()).raw(suffix).build();
  }

  private void owe(Transaction transaction, Version next) {
    for (var receiver :
        Objects.requireNonNull(table.definition().replicas()).receivers(table.scope().region())) {
      var key = table.owedTo(receiver.region()).then().number(next.micros()).raw(suffix).build();
      transaction.put(key.bytes(), NOTHING);
    }
  }
}
