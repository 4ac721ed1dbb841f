package brume.cognito.data;

import brume.base.Bytes;
import brume.cognito.pool.Pool;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import java.time.Instant;

/// The challenges that were answered: no session is used twice.
public final class SpentSessions {
  private final Store store;

  SpentSessions(Store store) {
    this.store = store;
  }

  /// False when it was spent before.
  ///
  /// @param expires from when on it is worth nothing anyway
  public boolean spend(Pool pool, String id, Instant expires) {
    var key = Contents.of(pool, "spent").then().number(expires.getEpochSecond()).text(id).build();
    return store.transact(
        Locks.of(key),
        transaction -> {
          boolean isFirst = transaction.get(key.bytes()) == null;
          transaction.put(key.bytes(), Bytes.EMPTY.shared());
          return isFirst;
        });
  }

  /// Forgets those of a pool that expired.
  void expire(Pool pool, Instant now, int limit) {
    var all = Contents.of(pool, "spent");
    Key end = all.then().number(now.getEpochSecond()).build();
    store.transact(
        Locks.NONE,
        transaction -> {
          int left = limit;
          try (var cursor = transaction.scan(all.children().before(end))) {
            while (left-- > 0 && cursor.next()) {
              transaction.delete(cursor.key());
            }
          }
          return all;
        });
  }
}
