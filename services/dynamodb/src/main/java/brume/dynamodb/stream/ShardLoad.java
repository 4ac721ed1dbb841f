package brume.dynamodb.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what is written to each shard, since it was last asked.
public final class ShardLoad {
  private final Map<String, LongAdder> written = new ConcurrentHashMap<>();

  void add(String shard) {
    written.computeIfAbsent(shard, _ -> new LongAdder()).increment();
  }

  /// The records of each shard since the last time.
  Map<String, Long> take() {
    var taken = new HashMap<String, Long>();
    for (var shard : List.copyOf(written.keySet())) {
      var count = written.remove(shard);
      taken.put(shard, count == null ? 0 : count.sum());
    }
    return taken;
  }
}
