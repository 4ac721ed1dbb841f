package brume.lambda.source;

import brume.base.Scope;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// How far mappings have read their shards.
final class Checkpoints {
  private final Store store;

  Checkpoints(Store store) {
    this.store = store;
  }

  private static Key key(Scope scope, String mapping) {
    return Key.of(scope.account(), scope.region(), "lambda.checkpoint", mapping);
  }

  /// By the ids of shards.
  Map<String, Position> of(Scope scope, String mapping) {
    var all = new TreeMap<String, Position>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(key(scope, mapping).children())) {
      while (cursor.next()) {
        var words = new String(cursor.value(), StandardCharsets.UTF_8).split(" ", 2);
        all.put(words[0], Position.decode(words[1]));
      }
    }
    return all;
  }

  void put(Scope scope, String mapping, String shard, Position position) {
    var value = shard + ' ' + position.encode();
    store.transact(
        Locks.NONE,
        transaction -> {
          transaction.put(
              key(scope, mapping).then(shard).bytes(), value.getBytes(StandardCharsets.UTF_8));
          return value;
        });
  }

  /// Of a mapping that is gone.
  void delete(Scope scope, String mapping) {
    store.transact(
        Locks.NONE,
        transaction -> {
          try (var cursor = transaction.scan(key(scope, mapping).children())) {
            while (cursor.next()) {
              transaction.delete(cursor.key());
            }
          }
          return mapping;
        });
  }
}
