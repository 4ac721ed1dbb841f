package brume.dynamodb.past;

import brume.dynamodb.catalog.Marks;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.table.History;
import brume.dynamodb.table.Table;
import brume.service.Call;
import brume.service.Job;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// Forgets what items were longer ago than they can be restored, and no copy needs any more.
public final class Forgetting implements Job {
  private static final Marks MARKS = new Marks("dynamodb.history");

  private static final int BATCH = 500;

  private final Store store;
  private final Tables tables;

  public Forgetting(Store store, Tables tables) {
    this.store = store;
    this.tables = tables;
  }

  /// To be called by the transaction that makes a table keep its history.
  public static void add(Transaction transaction, Table table) {
    MARKS.add(transaction, table);
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
    for (var table : MARKS.all(store, tables, each -> each.definition().history() != null)) {
      var history = Objects.requireNonNull(table.definition().history());
      forget(table, history, horizon(history, call.now()));
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
    for (var batch = store.keys(range, BATCH); !batch.isEmpty(); batch = store.keys(range, BATCH)) {
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
}
