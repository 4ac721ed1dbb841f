package brume.dynamodb.stream;

import brume.base.Arn;
import brume.base.Scope;
import brume.dynamodb.catalog.Tables;
import brume.service.Call;
import brume.service.Job;
import java.time.Duration;

/// Puts two shards in place of one that more is written to than one reader can follow.
public final class Splitting implements Job {
  /// Records of a shard in a second. Source: a partition of AWS takes as many writes of 1 KB.
  static final int MAX_RATE = 1000;

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final Tables tables;
  private final Streams streams;
  private final ShardLoad load;

  public Splitting(Tables tables, Streams streams, ShardLoad load) {
    this.tables = tables;
    this.streams = streams;
    this.load = load;
  }

  @Override
  public String name() {
    return "dynamodb-shards";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run(Call call) {
    load.take()
        .forEach(
            (shard, records) -> {
              if (records > MAX_RATE * EVERY.toSeconds()) {
                split(call, shard);
              }
            });
  }

  private void split(Call call, ShardLoad.Loaded loaded) {
    var arn = Arn.parse(loaded.table()).orElseThrow();
    var table = tables.find(new Scope(arn.account(), arn.region()), arn.name());
    if (table == null) {
      return;
    }
    try (var changes = StreamChanges.begin(streams, call.ids(), call.now())) {
      tables.changeAlone(
          table, (transaction, now) -> changes.split(transaction, now, loaded.shard()));
    }
  }
}
