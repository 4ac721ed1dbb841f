package brume.dynamodb.replica;

import static brume.model.dynamodb.DynamoDbError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Bytes;
import brume.dynamodb.catalog.Replicas;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.table.ReplicaGroup.Replica;
import brume.dynamodb.table.ReplicaGroup.Status;
import brume.dynamodb.table.Table;
import brume.service.Call;
import brume.service.Job;
import brume.service.Regions;
import brume.shape.ServiceException;
import brume.store.Locks;
import brume.store.Store;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/// Sends what replicas owe to each other, fills new ones and takes leave of old ones.
public final class Replication implements Job {
  /// Entries of what is owed that are read at once.
  private static final int BATCH = 200;

  /// Batches from one replica to another before the others have their turn.
  private static final int TURN = 50;

  /// How often what is owed is looked for: much less than AWS says that replication takes, a
  /// second.
  private static final Duration PERIOD = Duration.ofMillis(100);

  private static final int MICROS_PER_MILLI = 1000;

  private final Store store;
  private final Tables tables;
  private final Replicas replicas;
  private final Regions regions;
  private final Sender sender;
  private final Seeding seeding;
  private final Removal removal;

  public Replication(
      Store store,
      Tables tables,
      Replicas replicas,
      Regions regions,
      Items items,
      Removal removal) {
    this.store = store;
    this.tables = tables;
    this.replicas = replicas;
    this.regions = regions;
    this.sender = new Sender(store, items);
    this.seeding = new Seeding(store, tables, replicas, regions, sender);
    this.removal = removal;
  }

  @Override
  public String name() {
    return "dynamodb-replication";
  }

  @Override
  public Duration every() {
    return PERIOD;
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var table : replicas.marked()) {
      for (var replica : Objects.requireNonNull(table.definition().replicas()).all()) {
        if (!replica.region().equals(table.scope().region())) {
          send(table, replica, call.now());
        }
      }
    }
    seeding.run(call.now());
    for (var table : replicas.marked()) {
      var group = Objects.requireNonNull(table.definition().replicas());
      var own = group.in(table.scope().region());
      if (own != null && own.status() == Status.DELETING && owesNothing(table)) {
        removal.finish(call, table);
      }
    }
  }

  /// Sends what is owed to one replica and had the time to arrive there.
  private void send(Table table, Replica replica, Instant now) throws InterruptedException {
    var distance = regions.between(table.scope().region(), replica.region());
    boolean isLeaving = replica.status() == Status.DELETING;
    if (distance.isCut() && !isLeaving) {
      return;
    }
    var horizon = isLeaving ? Instant.MAX : now.minus(distance.delay());
    for (int i = 0; i < TURN; i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var batch = owed(table, replica.region(), horizon);
      if (batch.isEmpty() || !(isLeaving || send(table, replica.region(), batch, now))) {
        return;
      }
      settle(batch);
    }
  }

  /// False when the other table takes nothing now.
  private boolean send(Table table, String region, List<byte[]> batch, Instant now) {
    var to = tables.find(table.scope().in(region), table.name());
    if (to == null) {
      // The whole group is being deleted, and nobody is there to get it.
      return true;
    }
    int from = table.owedTo(region).bytes().length + Long.BYTES;
    var suffixes = new LinkedHashSet<Bytes>();
    for (var key : batch) {
      suffixes.add(Bytes.wrap(Arrays.copyOfRange(key, from, key.length)));
    }
    try {
      sender.send(table, to, suffixes.stream().map(Bytes::toArray).toList(), now);
      return true;
    } catch (ServiceException e) {
      if (e.error() == RESOURCE_NOT_FOUND_EXCEPTION) {
        return false;
      }
      throw e;
    }
  }

  private List<byte[]> owed(Table table, String region, Instant horizon) {
    var prefix = table.owedTo(region);
    var batch = new ArrayList<byte[]>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(prefix.children())) {
      while (batch.size() < BATCH && cursor.next()) {
        long micros = ByteBuffer.wrap(cursor.key()).getLong(prefix.bytes().length);
        if (Instant.ofEpochMilli(micros / MICROS_PER_MILLI).isAfter(horizon)) {
          break;
        }
        batch.add(cursor.key());
      }
    }
    return batch;
  }

  /// No later write has the same entry, for it has a later version.
  private void settle(List<byte[]> batch) {
    store.transact(
        Locks.NONE,
        transaction -> {
          batch.forEach(transaction::delete);
          return batch;
        });
  }

  /// Whether nobody waits for anything of a replica, nor it for anything of others.
  private boolean owesNothing(Table table) {
    var region = table.scope().region();
    for (var other : Objects.requireNonNull(table.definition().replicas()).all()) {
      var there = tables.find(table.scope().in(other.region()), table.name());
      boolean owes = !owed(table, other.region(), Instant.MAX).isEmpty();
      boolean isOwed = there != null && !owed(there, region, Instant.MAX).isEmpty();
      if (owes || isOwed) {
        return false;
      }
    }
    var history = table.definition().history();
    boolean isCopied = history != null && !history.copies().isEmpty();
    return !isCopied && !seeding.isNeeded(table);
  }
}
