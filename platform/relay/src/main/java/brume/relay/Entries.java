package brume.relay;

import brume.service.Outbox;
import brume.service.Owed;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Store;
import java.time.Instant;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// The entries of the outbox in the store.
final class Entries {
  private final Store store;

  Entries(Store store) {
    this.store = store;
  }

  /// Null when it has been delivered already.
  @Nullable Owed get(Key key) {
    try (var snapshot = store.snapshot()) {
      var stored = snapshot.get(key.bytes());
      return stored == null ? null : Outbox.decode(stored);
    }
  }

  void delete(Key key) {
    store.transact(
        Locks.NONE,
        transaction -> {
          transaction.delete(key.bytes());
          return key;
        });
  }

  /// The entry `key` ends, and what is owed instead begins.
  void replace(Key key, Instant due, Owed owed) {
    store.transact(
        Locks.NONE,
        transaction -> {
          transaction.delete(key.bytes());
          Outbox.owe(transaction, due, owed);
          return key;
        });
  }

  /// Shows the entries from `from` on, until `visitor` has enough.
  void visit(Key from, BiPredicate<Key, byte[]> visitor) {
    var range = new KeyRange(from.bytes(), Outbox.ROOT.children().to());
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (cursor.next() && visitor.test(new Key(cursor.key()), cursor.value())) {
        // the visitor does what there is to do
      }
    }
  }
}
