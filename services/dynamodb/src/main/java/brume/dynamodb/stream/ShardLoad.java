package brume.dynamodb.stream;

import brume.dynamodb.table.StreamDefinition.Shard;
import brume.dynamodb.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what is written to each shard, since it was last asked.
public final class ShardLoad {
  private final Map<Loaded, LongAdder> written = new ConcurrentHashMap<>();

  record Loaded(String table, String shard) {}

  void add(Table table, Shard shard) {
    var loaded = new Loaded(String.valueOf(table.description().tableArn()), shard.id());
    written.computeIfAbsent(loaded, _ -> new LongAdder()).increment();
  }

  /// The records of each shard since the last time.
  Map<Loaded, Long> take() {
    var taken = new HashMap<Loaded, Long>();
    for (var shard : new ArrayList<>(written.keySet())) {
      var count = written.remove(shard);
      taken.put(shard, count == null ? 0 : count.sum());
    }
    return taken;
  }
}
