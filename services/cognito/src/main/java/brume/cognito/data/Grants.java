package brume.cognito.data;

import brume.cognito.pool.Pool;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The grants of all users, until they are revoked or expire.
public final class Grants {
  private final Store store;

  Grants(Store store) {
    this.store = store;
  }

  /// Null when it was revoked, or never was.
  public @Nullable Grant find(Pool pool, String username, String id) {
    try (var snapshot = store.snapshot()) {
      return find(snapshot, pool, username, id);
    }
  }

  private static @Nullable Grant find(Reader reader, Pool pool, String username, String id) {
    var stored = reader.get(key(pool, username, id).bytes());
    return stored == null ? null : Grant.of(Contents.json(stored));
  }

  public void add(Pool pool, String username, Grant grant) {
    store.transact(
        Locks.NONE,
        transaction -> {
          transaction.put(key(pool, username, grant.id()).bytes(), Contents.bytes(grant.json()));
          return grant;
        });
  }

  /// Empty when it was revoked meanwhile.
  public Optional<Grant> change(
      Pool pool, String username, String id, UnaryOperator<Grant> change) {
    var key = key(pool, username, id);
    return store.transact(
        Locks.of(key),
        transaction -> {
          var before = find(transaction, pool, username, id);
          if (before == null) {
            return Optional.empty();
          }
          var after = change.apply(before);
          transaction.put(key.bytes(), Contents.bytes(after.json()));
          return Optional.of(after);
        });
  }

  public void revoke(Pool pool, String username, String id) {
    var key = key(pool, username, id);
    store.transact(
        Locks.of(key),
        transaction -> {
          transaction.delete(key.bytes());
          return id;
        });
  }

  /// Ends all of a user's, with whatever else a transaction changes of the user.
  public void revokeAll(Transaction transaction, Pool pool, String username) {
    try (var cursor = transaction.scan(of(pool, username).children())) {
      while (cursor.next()) {
        transaction.delete(cursor.key());
      }
    }
  }

  /// Forgets those of a pool that expired, some at a time.
  ///
  /// @return where to go on; null at the end
  @Nullable Key expire(Pool pool, @Nullable Key after, Instant now, int limit) {
    var all = Contents.of(pool, "grant").children();
    KeyRange range = after == null ? all : all.after(after);
    var expired = new ArrayList<byte[]>();
    byte[] last = null;
    int seen = 0;
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (seen < limit && cursor.next()) {
        seen++;
        last = cursor.key();
        if (!now.isBefore(Grant.of(Contents.json(cursor.value())).expires())) {
          expired.add(last);
        }
      }
    }
    store.transact(
        Locks.of(expired.toArray(byte[][]::new)),
        transaction -> {
          expired.forEach(transaction::delete);
          return expired;
        });
    return seen < limit || last == null ? null : new Key(last);
  }

  private static Key of(Pool pool, String username) {
    return Contents.of(pool, "grant", pool.fold(username));
  }

  private static Key key(Pool pool, String username, String id) {
    return of(pool, username).then(id);
  }
}
