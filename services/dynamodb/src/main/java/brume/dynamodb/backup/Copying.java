package brume.dynamodb.backup;

import brume.base.Bytes;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Bulk;
import brume.dynamodb.data.Items;
import brume.dynamodb.data.Items.Write;
import brume.dynamodb.data.Leftovers;
import brume.dynamodb.item.Item;
import brume.dynamodb.past.Forgetting;
import brume.dynamodb.past.PastItems;
import brume.dynamodb.stream.Cause;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.History;
import brume.dynamodb.table.Table;
import brume.service.Call;
import brume.service.Job;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes the copies that are to be made, page by page. A page that is copied again after a crash is
/// the same.
public final class Copying implements Job {
  private final Store store;
  private final Tables tables;
  private final Items items;
  private final Backups backups;
  private final BackupItems copied;

  public Copying(Store store, Tables tables, Items items, Backups backups) {
    this.store = store;
    this.tables = tables;
    this.items = items;
    this.backups = backups;
    this.copied = new BackupItems(store);
  }

  @Override
  public String name() {
    return "dynamodb-copies";
  }

  @Override
  public Duration every() {
    return Duration.ofMillis(500);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var copy : all()) {
      for (var rest = copy; rest != null; rest = step(rest, call)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
  }

  private List<Copy> all() {
    var all = new ArrayList<Copy>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(Copy.ROOT.children())) {
      while (cursor.next()) {
        all.add(Copy.read(cursor.value()));
      }
    }
    return all;
  }

  /// Copies a part, and returns what then remains; null for nothing.
  private @Nullable Copy step(Copy copy, Call call) {
    var target = copy.target() == null ? null : tables.find(copy.scope(), copy.target());
    boolean isWanted = copy.target() == null || (target != null && !target.isServing());
    if (!isWanted || !isKept(copy)) {
      end(copy);
      return null;
    }
    var page = page(copy);
    if (!page.items().isEmpty()) {
      write(copy, target, page.items(), call.now());
    }
    if (page.last() == null) {
      finish(copy);
      end(copy);
      return null;
    }
    var rest = copy.after(page.last());
    store.transact(
        Locks.NONE,
        transaction -> {
          rest.put(transaction);
          return rest;
        });
    return rest;
  }

  /// Whether what items were is kept from the moment on that is copied; false when it was not and
  /// cannot be.
  private boolean isKept(Copy copy) {
    if (copy.table() == null) {
      return backups.has(Objects.requireNonNull(copy.backup()));
    }
    var table = tables.find(copy.scope(), copy.table());
    var history = table == null ? null : table.definition().history();
    if (table == null || history == null) {
      return false;
    }
    if (!history.copies().containsKey(copy.id())) {
      tables.changeAlone(table, (transaction, now) -> keeping(transaction, now, copy));
    }
    return true;
  }

  private static Definition keeping(Transaction transaction, Table table, Copy copy) {
    var history = table.definition().history();
    Forgetting.add(transaction, table);
    return history == null
        ? table.definition()
        : table.definition().with(history.withCopy(copy.id(), Objects.requireNonNull(copy.at())));
  }

  private PastItems.Page page(Copy copy) {
    if (copy.table() == null) {
      return copied.page(Backups.name(Objects.requireNonNull(copy.backup())), copy.done());
    }
    var table = tables.describe(copy.scope(), copy.table());
    return new PastItems(store, table, Objects.requireNonNull(copy.at())).page(copy.done());
  }

  private void write(Copy copy, @Nullable Table target, Map<Bytes, Item> page, Instant now) {
    if (target == null) {
      copied.add(Backups.name(Objects.requireNonNull(copy.backup())), page);
      return;
    }
    var bulk = new Bulk(items, Cause.replication(now));
    for (var item : page.values()) {
      bulk.add(new Write(target, target.schema().ofItem(item), _ -> item));
    }
    bulk.flush();
  }

  private void finish(Copy copy) {
    if (copy.target() == null) {
      var name = Backups.name(Objects.requireNonNull(copy.backup()));
      backups.finish(name, copied.size(name));
      return;
    }
    tables.change(
        copy.scope(),
        copy.target(),
        (_, now) -> now.definition().with(Restoration.finished(now.description())));
  }

  /// Nothing more is to be copied, nor kept for it.
  private void end(Copy copy) {
    var table = copy.table() == null ? null : tables.find(copy.scope(), copy.table());
    var history = table == null ? null : table.definition().history();
    if (table != null && history != null && history.copies().containsKey(copy.id())) {
      tables.changeAlone(
          table,
          (transaction, now) -> {
            var kept = Objects.requireNonNull(now.definition().history());
            return without(transaction, now, kept.withoutCopy(copy.id()));
          });
    }
    store.transact(
        Locks.NONE,
        transaction -> {
          transaction.delete(copy.key().bytes());
          return copy;
        });
  }

  /// The definition of a table with less reason to keep its history, or with none.
  public static Definition without(Transaction transaction, Table table, History history) {
    if (history.isNeeded()) {
      return table.definition().with(history);
    }
    Leftovers.add(transaction, table.past(history));
    return table.definition().with((History) null);
  }
}
