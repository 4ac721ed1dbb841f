package brume.dynamodb.past;

import brume.base.Bytes;
import brume.base.Scope;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.table.History;
import brume.dynamodb.table.Table;
import brume.json.Json;
import brume.service.Call;
import brume.service.Job;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Forgets what items were longer ago than they can be restored, and no copy needs any more.
public final class Forgetting implements Job {
  /// Every table whose history is kept, also some of which it was.
  private static final Key ROOT = Key.of("dynamodb.history");

  private static final int BATCH = 500;

  private final Store store;
  private final Tables tables;

  public Forgetting(Store store, Tables tables) {
    this.store = store;
    this.tables = tables;
  }

  /// To be called by the transaction that makes a table keep its history.
  public static void add(Transaction transaction, Table table) {
    var value =
        Json.object(
            "Account", Json.of(table.scope().account()),
            "Region", Json.of(table.scope().region()),
            "Table", Json.of(table.name()));
    transaction.put(
        marker(table.scope(), table.name()).bytes(),
        value.print().getBytes(StandardCharsets.UTF_8));
  }

  private static Key marker(Scope scope, String table) {
    return ROOT.then(scope.account(), scope.region(), table);
  }

  @Override
  public String name() {
    return "dynamodb-history";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var stored : values()) {
      var value = (Json.Obj) Json.parse(stored.toUtf8());
      var scope = new Scope(text(value, "Account"), text(value, "Region"));
      var table = tables.find(scope, text(value, "Table"));
      var history = table == null ? null : table.definition().history();
      if (table == null || history == null) {
        drop(scope, text(value, "Table"));
      } else {
        forget(table, history, horizon(history, call.now()));
      }
    }
  }

  private static Instant horizon(History history, Instant now) {
    var recovery = history.recovery();
    var horizon = recovery == null ? now : now.minus(Duration.ofDays(recovery.days()));
    for (var copy : history.copies().values()) {
      horizon = copy.isBefore(horizon) ? copy : horizon;
    }
    return horizon;
  }

  private void forget(Table table, History history, Instant horizon) throws InterruptedException {
    var range = UndoLog.before(table, history, horizon);
    for (var batch = keys(range); !batch.isEmpty(); batch = keys(range)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var old = batch;
      store.transact(
          Locks.NONE,
          transaction -> {
            old.forEach(time -> UndoLog.forget(transaction, table, history, time));
            return old;
          });
    }
  }

  private List<byte[]> keys(KeyRange range) {
    var keys = new ArrayList<byte[]>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (keys.size() < BATCH && cursor.next()) {
        keys.add(cursor.key());
      }
    }
    return keys;
  }

  private List<Bytes> values() {
    var values = new ArrayList<Bytes>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(ROOT.children())) {
      while (cursor.next()) {
        values.add(Bytes.wrap(cursor.value()));
      }
    }
    return values;
  }

  private void drop(Scope scope, String table) {
    store.transact(
        Locks.of(Table.at(scope, table)),
        transaction -> {
          var now = tables.find(transaction, scope, table);
          if (now == null || now.definition().history() == null) {
            transaction.delete(marker(scope, table).bytes());
          }
          return table;
        });
  }

  private static String text(Json.Obj value, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(value.get(name)).text());
  }
}
