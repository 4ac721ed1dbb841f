package brume.dynamodb.replica;

import brume.dynamodb.catalog.Replicas;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.ReplicaGroup.Status;
import brume.dynamodb.table.Table;
import brume.service.Regions;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fills a new replica with what the others hold, beside the writes that go on.
///
/// Each of the others sends all that it has, deletes among it: what one of them wrote before the
/// new replica was there may not have arrived anywhere else yet.
final class Seeding {
  /// Items read at once.
  private static final int BATCH = 100;

  private final Store store;
  private final Tables tables;
  private final Replicas replicas;
  private final Regions regions;
  private final Sender sender;

  Seeding(Store store, Tables tables, Replicas replicas, Regions regions, Sender sender) {
    this.store = store;
    this.tables = tables;
    this.replicas = replicas;
    this.regions = regions;
    this.sender = sender;
  }

  void run(Instant now) throws InterruptedException {
    for (var seed : all(Seed.ROOT)) {
      for (var rest = seed; rest != null; rest = step(rest, now)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
  }

  /// Whether a table has still to send what others need.
  boolean isNeeded(Table table) {
    return !all(Seed.of(table.scope(), table.name())).isEmpty();
  }

  private List<Seed> all(Key parent) {
    var all = new ArrayList<Seed>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(parent.children())) {
      while (cursor.next()) {
        all.add(Seed.read(cursor.value()));
      }
    }
    return all;
  }

  /// Sends a part, and returns what then remains; null for nothing, or nothing now.
  private @Nullable Seed step(Seed seed, Instant now) {
    var from = tables.find(seed.scope(), seed.table());
    var to = tables.find(seed.scope().in(seed.to()), seed.table());
    if (from == null || to == null || !isBeingMade(from, seed.to())) {
      delete(seed);
      return null;
    }
    if (regions.between(seed.scope().region(), seed.to()).isCut()) {
      return null;
    }
    var batch = batch(from, seed);
    if (batch.isEmpty()) {
      delete(seed);
      activate(to);
      return null;
    }
    sender.send(from, to, batch.stream().map(key -> suffix(from, key)).toList(), now);
    var rest = seed.after(batch.getLast());
    store.transact(
        Locks.NONE,
        transaction -> {
          rest.put(transaction);
          return rest;
        });
    return rest;
  }

  private static boolean isBeingMade(Table table, String region) {
    var group = table.definition().replicas();
    var replica = group == null ? null : group.in(region);
    return replica != null && replica.status() == Status.CREATING;
  }

  /// Keys of items, and behind the last of them, of deleted ones.
  private List<byte[]> batch(Table table, Seed seed) {
    var done = seed.done().toArray();
    var tombstones = table.tombstones().children();
    boolean isBehindItems = done.length > 0 && Arrays.compareUnsigned(done, tombstones.from()) >= 0;
    var items = isBehindItems ? List.<byte[]>of() : keys(table.items().all(), done);
    return items.isEmpty() ? keys(tombstones, isBehindItems ? done : new byte[0]) : items;
  }

  private List<byte[]> keys(KeyRange all, byte[] done) {
    var range = done.length == 0 ? all : all.after(new Key(done));
    return store.keys(range, BATCH);
  }

  private static byte[] suffix(Table table, byte[] key) {
    var tombstones = table.tombstones().bytes();
    return Arrays.equals(tombstones, Arrays.copyOf(key, tombstones.length))
        ? Arrays.copyOfRange(key, tombstones.length + Long.BYTES, key.length)
        : table.suffix(new Key(key));
  }

  private void delete(Seed seed) {
    store.transact(
        Locks.NONE,
        transaction -> {
          transaction.delete(seed.key().bytes());
          return seed;
        });
  }

  private void activate(Table made) {
    var region = made.scope().region();
    boolean waits = all(Seed.ROOT).stream().anyMatch(seed -> isTo(seed, made));
    if (waits) {
      return;
    }
    replicas.change(
        made,
        Set.of(),
        (_, now) -> {
          var after = new LinkedHashMap<String, Definition>();
          now.forEach((name, table) -> after.put(name, active(table, region)));
          return after;
        });
  }

  private static boolean isTo(Seed seed, Table made) {
    return seed.scope().in(seed.to()).equals(made.scope()) && seed.table().equals(made.name());
  }

  private static Definition active(Table table, String region) {
    var group = Objects.requireNonNull(table.definition().replicas());
    var replica = group.in(region);
    if (replica == null || replica.status() != Status.CREATING) {
      return table.definition();
    }
    var definition = table.definition().with(group.with(replica.is(Status.ACTIVE)));
    return table.scope().region().equals(region)
        ? definition.with(
            definition.description().toBuilder().tableStatus(Status.ACTIVE.name()).build())
        : definition;
  }
}
