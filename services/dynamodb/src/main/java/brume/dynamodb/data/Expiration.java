package brume.dynamodb.data;

import brume.dynamodb.catalog.Marks;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items.Write;
import brume.dynamodb.item.ItemReader;
import brume.dynamodb.stream.Cause;
import brume.dynamodb.table.Expiry;
import brume.dynamodb.table.Table;
import brume.service.Call;
import brume.service.Job;
import brume.store.Key;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;

/// Deletes the items whose time has come. Streams record that it was nobody's request.
public final class Expiration implements Job {
  private static final Marks MARKS = new Marks("dynamodb.expiring");

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

  /// To be called by the transaction that makes a table's items expire.
  public static void add(Transaction transaction, Table table) {
    MARKS.add(transaction, table);
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
    for (var table : MARKS.all(store, tables, each -> each.definition().expiry() != null)) {
      expire(table, Objects.requireNonNull(table.definition().expiry()), call.now());
    }
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
}
