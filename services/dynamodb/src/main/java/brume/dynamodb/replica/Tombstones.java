package brume.dynamodb.replica;

import brume.dynamodb.catalog.Replicas;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.table.ReplicaGroup;
import brume.dynamodb.table.ReplicaGroup.Status;
import brume.dynamodb.table.Table;
import brume.dynamodb.version.ItemVersion;
import brume.service.Call;
import brume.service.Job;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Store;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Forgets the versions of deleted items when no older write of them can arrive any more.
public final class Tombstones implements Job {
  /// Longer than any request takes from its time to its commit.
  static final Duration GRACE = Duration.ofHours(1);

  private static final int BATCH = 500;

  private final Store store;
  private final Tables tables;
  private final Replicas replicas;

  public Tombstones(Store store, Tables tables, Replicas replicas) {
    this.store = store;
    this.tables = tables;
    this.replicas = replicas;
  }

  @Override
  public String name() {
    return "dynamodb-tombstones";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var table : replicas.marked()) {
      long horizon = horizon(table, call.now().minus(GRACE));
      for (var batch = batch(table, horizon); !batch.isEmpty(); batch = batch(table, horizon)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        forget(table, batch);
      }
    }
  }

  /// All writes with earlier versions are everywhere in the group; in microseconds.
  private long horizon(Table table, Instant latest) {
    long horizon = ChronoUnit.MICROS.between(Instant.EPOCH, latest);
    ReplicaGroup group = Objects.requireNonNull(table.definition().replicas());
    for (var one : group.all()) {
      var from = tables.find(table.scope().in(one.region()), table.name());
      if (from == null || one.status() == Status.CREATING) {
        return 0;
      }
      for (var other : group.all()) {
        horizon = Math.min(horizon, oldest(from.owedTo(other.region())));
      }
    }
    return horizon;
  }

  private long oldest(Key owed) {
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(owed.children())) {
      return cursor.next()
          ? ByteBuffer.wrap(cursor.key()).getLong(owed.bytes().length)
          : Long.MAX_VALUE;
    }
  }

  private List<byte[]> batch(Table table, long horizon) {
    var prefix = table.tombstones();
    var range =
        new KeyRange(prefix.children().from(), prefix.then().number(horizon).build().bytes());
    return store.keys(range, BATCH);
  }

  /// An item that came back meanwhile has a later version, which stays.
  private void forget(Table table, List<byte[]> batch) {
    int from = table.tombstones().bytes().length + Long.BYTES;
    var suffixes = batch.stream().map(key -> Arrays.copyOfRange(key, from, key.length)).toList();
    var locks = new ArrayList<byte[]>();
    try (var snapshot = store.snapshot()) {
      for (var suffix : suffixes) {
        var version = ItemVersion.find(snapshot, table, suffix);
        if (version != null && version.deleted() != null) {
          var key = table.schema().ofKey(version.deleted());
          locks.add(table.lock(key, table.items().key(key)));
        }
      }
    }
    store.transact(
        new Locks(locks),
        transaction -> {
          for (int i = 0; i < batch.size(); i++) {
            if (transaction.get(batch.get(i)) != null) {
              transaction.delete(batch.get(i));
              transaction.delete(table.version(suffixes.get(i)).bytes());
            }
          }
          return batch;
        });
  }
}
