package brume.dynamodb.data;

import brume.base.Bytes;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemReader;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.Expiry;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.GlobalSecondaryIndexDescription;
import brume.model.dynamodb.TableDescription;
import brume.service.Call;
import brume.service.Job;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Fills what a table got when it had items already: a global index, or the times of expiry. Each
/// such work is written by the transaction that made it necessary, and with every part of it, how
/// far it came.
///
/// Writers keep up what is being filled like all the rest, so whatever comes after the beginning
/// need not be looked for.
public final class Backfill implements Job {
  /// Items of one transaction, and their size: with their keys, far below the bound of 5 MB.
  private static final int BATCH = 100;

  private static final int BATCH_BYTES = 1 << 20;

  private final Store store;
  private final Tables tables;

  public Backfill(Store store, Tables tables) {
    this.store = store;
    this.tables = tables;
  }

  /// To be called by the transaction that makes the table have an index that is not complete.
  public static void addIndex(Transaction transaction, Table table, String index, String place) {
    new BackfillWork(table.scope(), table.name(), index, place, Bytes.EMPTY).put(transaction);
  }

  /// To be called by the transaction that makes the table's items expire.
  public static void addExpiry(Transaction transaction, Table table, Expiry expiry) {
    new BackfillWork(table.scope(), table.name(), null, expiry.place(), Bytes.EMPTY)
        .put(transaction);
  }

  @Override
  public String name() {
    return "dynamodb-backfill";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var work : all()) {
      for (var rest = work; rest != null; rest = step(rest)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
  }

  private List<BackfillWork> all() {
    var all = new ArrayList<BackfillWork>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(BackfillWork.ROOT.children())) {
      while (cursor.next()) {
        all.add(BackfillWork.read(cursor.value()));
      }
    }
    return all;
  }

  private record Found(Key at, Item item) {}

  /// Fills in a part, and returns what then remains; null for nothing.
  private @Nullable BackfillWork step(BackfillWork work) {
    var table = tables.find(work.scope(), work.table());
    if (table == null || !work.isWanted(table)) {
      store.transact(
          Locks.NONE,
          transaction -> {
            transaction.delete(work.key().bytes());
            return work;
          });
      return null;
    }
    var batch = batch(table, work);
    if (batch.isEmpty()) {
      finish(table, work);
      return null;
    }
    return fill(table, work, batch);
  }

  private List<Found> batch(Table table, BackfillWork work) {
    var range = table.items().all();
    if (work.done().length() > 0) {
      range = range.after(new Key(work.done().toArray()));
    }
    var batch = new ArrayList<Found>();
    int bytes = 0;
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (batch.size() < BATCH && bytes < BATCH_BYTES && cursor.next()) {
        var item = ItemReader.read(cursor.value());
        bytes += ItemSize.of(item);
        batch.add(new Found(new Key(cursor.key()), item));
      }
    }
    return batch;
  }

  private BackfillWork fill(Table table, BackfillWork work, List<Found> batch) {
    var rest = work.after(batch.getLast().at.bytes());
    var locks =
        batch.stream().map(each -> table.lock(table.schema().ofItem(each.item), each.at)).toList();
    return store.transact(
        new Locks(locks),
        transaction -> {
          if (!tables.isCurrent(transaction, table)) {
            return work;
          }
          for (var each : batch) {
            // As it is now, which may not be as it was found.
            var stored = transaction.get(each.at.bytes());
            if (stored != null) {
              fill(transaction, table, work, each.at, ItemReader.read(stored));
            }
          }
          rest.put(transaction);
          return rest;
        });
  }

  private static void fill(
      Transaction transaction, Table table, BackfillWork work, Key at, Item item) {
    var name = work.index();
    if (name == null) {
      Expiries.fill(transaction, table, at, item);
    } else {
      IndexEntries.fill(transaction, Objects.requireNonNull(table.index(name)), item);
    }
  }

  private void finish(Table table, BackfillWork work) {
    tables.change(
        table.scope(),
        table.name(),
        (transaction, now) -> {
          transaction.delete(work.key().bytes());
          return work.isWanted(now) ? finished(now, work.index()) : now.definition();
        });
  }

  private static Definition finished(Table table, @Nullable String index) {
    var definition = table.definition();
    var expiry = definition.expiry();
    if (index != null) {
      return definition.with(active(definition.description(), index));
    }
    return expiry == null
        ? definition
        : definition.with(new Expiry(expiry.attribute(), expiry.place(), true));
  }

  private static TableDescription active(TableDescription table, String name) {
    var indexes = new ArrayList<GlobalSecondaryIndexDescription>();
    for (var index : Objects.requireNonNull(table.globalSecondaryIndexes())) {
      indexes.add(
          name.equals(index.indexName())
              ? index.toBuilder().indexStatus("ACTIVE").backfilling(null).build()
              : index);
    }
    return table.toBuilder().globalSecondaryIndexes(indexes).build();
  }
}
