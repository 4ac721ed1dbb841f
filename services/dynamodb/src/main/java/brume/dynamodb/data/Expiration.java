package brume.dynamodb.data;

import brume.base.Bytes;
import brume.base.Scope;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items.Write;
import brume.dynamodb.item.ItemReader;
import brume.dynamodb.stream.Cause;
import brume.dynamodb.table.Expiry;
import brume.dynamodb.table.Table;
import brume.json.Json;
import brume.service.Call;
import brume.service.Job;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Deletes the items whose time has come. Streams record that it was nobody's request.
public final class Expiration implements Job {
  /// Every table whose items expire, also some that did.
  private static final Key ROOT = Key.of("dynamodb.expiring");

  /// Items of one transaction: with their images in a stream, below the bound of 5 MB.
  private static final int BATCH = 8;

  private final Store store;
  private final Tables tables;
  private final Items items;

  public Expiration(Store store, Tables tables, Items items) {
    this.store = store;
    this.tables = tables;
    this.items = items;
  }

  private record Marked(Scope scope, String table) {
    Key key() {
      return ROOT.then(scope.account(), scope.region(), table);
    }
  }

  /// To be called by the transaction that makes a table's items expire.
  public static void add(Transaction transaction, Table table) {
    var value =
        Json.object(
            "Account", Json.of(table.scope().account()),
            "Region", Json.of(table.scope().region()),
            "Table", Json.of(table.name()));
    transaction.put(
        new Marked(table.scope(), table.name()).key().bytes(),
        value.print().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return "dynamodb-expiration";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var marked : marked()) {
      var table = tables.find(marked.scope, marked.table);
      var expiry = table == null ? null : table.definition().expiry();
      if (table == null || expiry == null) {
        forget(marked);
      } else {
        expire(table, expiry, call.now());
      }
    }
  }

  private List<Marked> marked() {
    var all = new ArrayList<Marked>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(ROOT.children())) {
      while (cursor.next()) {
        var value = (Json.Obj) Json.parse(Bytes.wrap(cursor.value()).toUtf8());
        all.add(
            new Marked(
                new Scope(text(value, "Account"), text(value, "Region")), text(value, "Table")));
      }
    }
    return all;
  }

  private void forget(Marked marked) {
    store.transact(
        Locks.of(Table.at(marked.scope, marked.table)),
        transaction -> {
          var table = tables.find(transaction, marked.scope, marked.table);
          if (table == null || table.definition().expiry() == null) {
            transaction.delete(marked.key().bytes());
          }
          return marked;
        });
  }

  private void expire(Table table, Expiry expiry, Instant now) throws InterruptedException {
    var range = Expiries.due(table, expiry, now);
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var writes = new ArrayList<Write>();
      Key last = null;
      try (var snapshot = store.snapshot();
          var cursor = snapshot.scan(range)) {
        while (writes.size() < BATCH && cursor.next()) {
          last = new Key(cursor.key());
          var stored = snapshot.get(Expiries.item(table, expiry, cursor.key()).bytes());
          if (stored != null) {
            var key = table.schema().ofItem(ItemReader.read(stored));
            writes.add(
                new Write(
                    table,
                    key,
                    before -> before == null || expiry.isDue(before, now) ? null : before));
          }
        }
      }
      if (last == null) {
        return;
      }
      items.changeAll(writes, Cause.expiry(now));
      range = range.after(last);
    }
  }

  private static String text(Json.Obj value, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(value.get(name)).text());
  }
}
