package brume.dynamodb.catalog;

import brume.base.Bytes;
import brume.base.Scope;
import brume.dynamodb.table.Table;
import brume.json.Json;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// The tables of all accounts and regions that a job looks after, also some that it did: so that it
/// need not look through all tables.
public final class Marks {
  private final Key root;

  /// @param kind unique in the store, such as `dynamodb.expiring`
  public Marks(String kind) {
    root = Key.of(kind);
  }

  private Key key(TableName name) {
    return root.then(name.scope().account(), name.scope().region(), name.name());
  }

  /// To be called by the transaction that makes a table one of them.
  public void add(Transaction transaction, Table table) {
    var scope = table.scope();
    var value =
        Json.object(
            "Account", Json.of(scope.account()),
            "Region", Json.of(scope.region()),
            "Table", Json.of(table.name()));
    transaction.put(
        key(TableName.of(table)).bytes(), value.print().getBytes(StandardCharsets.UTF_8));
  }

  /// Those that there still are, and that `isOne` of them. The others are forgotten.
  public List<Table> all(Store store, Tables tables, Predicate<Table> isOne) {
    var all = new ArrayList<Table>();
    for (var name : names(store)) {
      var table = tables.find(name.scope(), name.name());
      if (table != null && isOne.test(table)) {
        all.add(table);
      } else {
        forget(store, tables, name, isOne);
      }
    }
    return all;
  }

  private List<TableName> names(Store store) {
    var names = new ArrayList<TableName>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(root.children())) {
      while (cursor.next()) {
        var value = (Json.Obj) Json.parse(Bytes.wrap(cursor.value()).toUtf8());
        var scope = new Scope(text(value, "Account"), text(value, "Region"));
        names.add(new TableName(scope, text(value, "Table")));
      }
    }
    return names;
  }

  /// Under the lock of the definition: it may be one again.
  private void forget(Store store, Tables tables, TableName name, Predicate<Table> isOne) {
    store.transact(
        Locks.of(name.key()),
        transaction -> {
          var now = tables.find(transaction, name);
          if (now == null || !isOne.test(now)) {
            transaction.delete(key(name).bytes());
          }
          return name;
        });
  }

  private static String text(Json.Obj value, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(value.get(name)).text());
  }
}
