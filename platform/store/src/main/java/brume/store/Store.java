package brume.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Ordered byte keys to byte values, compared unsigned.
///
/// Nothing is acknowledged before it is on disk: [#transact] returns when its writes are synced.
/// The interface asks for nothing that a distributed ordered transactional engine could not give.
public interface Store extends AutoCloseable {
  /// What is under one key now; null when nothing is. For reading only: the store may hold the same
  /// array.
  ///
  /// It takes less than a [#snapshot], which only who reads more than one key needs.
  byte @Nullable [] get(byte[] key);

  /// A consistent view of this moment. Close it soon: it holds back the reclaiming of space.
  Snapshot snapshot();

  /// Runs `body` while no other transaction that names one of `locks` runs, then commits all that
  /// it wrote, atomically and durably, and returns its result.
  ///
  /// The body may be run again, so it has no side effects but its writes. Whatever it decides on
  /// must be covered by its locks: a lock is any byte string, usually a key. An exception from the
  /// body is thrown on, and nothing is written.
  ///
  /// Throws [StoreUnavailableException] when the store cannot commit now; the outcome is then
  /// unknown to the caller, and the transaction may be tried again.
  <T> T transact(Locks locks, Function<Transaction, T> body);

  /// Tells `watcher` of every entry under `prefix` that [#transact] puts here from now on, once it
  /// is durable and before its caller is.
  ///
  /// A hint, to save looking: of what other processes put, and of commits whose outcome is unknown,
  /// it tells nothing.
  void watch(byte[] prefix, Watcher watcher);

  @Override
  void close();

  /// The first keys of `range`, at most `limit`, as they are now: for work that is done in batches.
  default List<byte[]> keys(KeyRange range, int limit) {
    var keys = new ArrayList<byte[]>();
    try (var snapshot = snapshot();
        var cursor = snapshot.scan(range)) {
      while (keys.size() < limit && cursor.next()) {
        keys.add(cursor.key());
      }
    }
    return keys;
  }
}
