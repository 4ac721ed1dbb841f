package brume.lambda.source;

import brume.base.Scope;
import brume.lambda.data.EventSourceMappings;
import brume.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// How far mappings have read their shards. It goes with the mapping.
record Checkpoints(Store store, EventSourceMappings mappings) {
  /// By the ids of shards.
  Map<String, Position> of(Scope scope, String mapping) {
    var all = new TreeMap<String, Position>();
    var range = EventSourceMappings.checkpoints(scope, mapping).children();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (cursor.next()) {
        var words = new String(cursor.value(), StandardCharsets.UTF_8).split(" ", 2);
        all.put(words[0], Position.decode(words[1]));
      }
    }
    return all;
  }

  void put(Scope scope, String mapping, String shard, Position position) {
    var text = shard + ' ' + position.encode();
    mappings.checkpoint(scope, mapping, shard, text.getBytes(StandardCharsets.UTF_8));
  }
}
