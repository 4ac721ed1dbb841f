package brume.dynamodb.stream;

import brume.base.Bytes;
import brume.dynamodb.table.Table;
import brume.json.Json;
import brume.service.Call;
import brume.service.Job;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Deletes what streams recorded more than 24 hours ago, and then the shards and streams that ended
/// as long ago.
public final class Trimming implements Job {
  /// Source: Amazon DynamoDB Developer Guide, "Change data capture for DynamoDB Streams".
  static final Duration RETENTION = Duration.ofHours(24);

  /// Records deleted in one transaction.
  private static final int BATCH = 1000;

  private final Store store;
  private final Streams streams;

  public Trimming(Store store, Streams streams) {
    this.store = store;
    this.streams = streams;
  }

  private record Marked(StreamName stream, String shard, @Nullable Instant closed) {
    static Marked read(byte[] bytes) {
      var fields = (Json.Obj) Json.parse(Bytes.wrap(bytes).toUtf8());
      var closed = text(fields, "Closed");
      return new Marked(
          StreamName.parse(Objects.requireNonNull(text(fields, "Stream"))).orElseThrow(),
          Objects.requireNonNull(text(fields, "Shard")),
          closed == null ? null : Instant.parse(closed));
    }

    private static @Nullable String text(Json.Obj fields, String name) {
      var value = fields.get(name);
      return value == null ? null : value.text();
    }
  }

  @Override
  public String name() {
    return "dynamodb-streams";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    var horizon = call.now().minus(RETENTION);
    for (var marked : marked()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      trim(marked, horizon);
      var closed = marked.closed();
      if (closed != null && closed.isBefore(horizon)) {
        forget(marked);
      }
    }
  }

  private List<Marked> marked() {
    var all = new ArrayList<Marked>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(Streams.SHARDS.children())) {
      while (cursor.next()) {
        all.add(Marked.read(cursor.value()));
      }
    }
    return all;
  }

  private void trim(Marked marked, Instant horizon) {
    var prefix = Streams.prefix(marked.stream, marked.shard);
    for (var old = old(prefix, horizon); !old.isEmpty(); old = old(prefix, horizon)) {
      var batch = old;
      store.transact(
          Locks.NONE,
          transaction -> {
            batch.forEach(transaction::delete);
            return batch;
          });
    }
  }

  private List<byte[]> old(Key prefix, Instant horizon) {
    var keys = new ArrayList<byte[]>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(prefix.children())) {
      while (keys.size() < BATCH
          && cursor.next()
          && ChangeRecord.time(cursor.value()).isBefore(horizon)) {
        keys.add(cursor.key());
      }
    }
    return keys;
  }

  private void forget(Marked marked) {
    var name = marked.stream;
    store.transact(
        Locks.of(Table.at(name.scope(), name.table())),
        transaction -> {
          transaction.delete(Streams.marker(name, marked.shard).bytes());
          var stream = streams.find(transaction, name);
          if (stream != null) {
            var left =
                Objects.requireNonNull(stream.shards()).stream()
                    .filter(shard -> !marked.shard.equals(shard.shardId()))
                    .toList();
            if (left.isEmpty()) {
              streams.delete(transaction, name);
            } else {
              streams.put(transaction, name, stream.toBuilder().shards(left).build());
            }
          }
          return marked;
        });
  }
}
