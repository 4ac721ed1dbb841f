package brume.dynamodb.catalog;

import brume.base.Bytes;
import brume.base.Scope;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.ReplicaGroup.Replica;
import brume.dynamodb.table.Table;
import brume.json.Json;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The tables that have replicas in other regions: what belongs to all of a group changes in all of
/// them at once, which one store for all regions makes possible.
public final class Replicas {
  /// Every table of a group, also some that were.
  private static final Key ROOT = Key.of("dynamodb.replicated");

  private final Store store;
  private final Tables tables;

  public Replicas(Store store, Tables tables) {
    this.store = store;
    this.tables = tables;
  }

  /// What a transaction makes of the tables of a group, by their regions. A table that is not in
  /// what it gives is to be gone; one that was not there comes to be.
  @FunctionalInterface
  public interface Change {
    Map<String, Definition> apply(Transaction transaction, Map<String, Table> now);
  }

  /// What a transaction makes of each table of a group.
  @FunctionalInterface
  public interface EachChange {
    Definition apply(Transaction transaction, Table table);
  }

  /// The regions of a table's group: its own, when it has no replicas.
  public static Set<String> regions(Table table) {
    var regions = new LinkedHashSet<String>();
    regions.add(table.scope().region());
    var group = table.definition().replicas();
    if (group != null) {
      group.all().stream().map(Replica::region).forEach(regions::add);
    }
    return regions;
  }

  /// Changes each table of a group, while no item of theirs is being written.
  public void changeEach(Table table, EachChange change) {
    change(
        table,
        Set.of(),
        (transaction, now) -> {
          var after = new LinkedHashMap<String, Definition>();
          now.forEach((region, each) -> after.put(region, change.apply(transaction, each)));
          return after;
        });
  }

  /// Changes a group, while no item of its tables is being written.
  ///
  /// @param more regions where there may be tables to come
  public void change(Table table, Set<String> more, Change change) {
    while (!attempt(tables.describe(table.scope(), table.name()), more, change)) {
      // The group is not what it was when its locks were chosen.
    }
  }

  private boolean attempt(Table table, Set<String> more, Change change) {
    var regions = new LinkedHashSet<>(regions(table));
    var locks = new ArrayList<byte[]>();
    for (var region : regions) {
      var member = tables.find(table.scope().in(region), table.name());
      if (member != null) {
        locks.addAll(member.allLocks().names());
      }
    }
    regions.addAll(more);
    for (var region : regions) {
      locks.add(Table.at(table.scope().in(region), table.name()).bytes());
    }
    boolean done =
        store.transact(new Locks(locks), transaction -> apply(transaction, table, regions, change));
    for (var region : regions) {
      tables.find(table.scope().in(region), table.name());
    }
    return done;
  }

  private boolean apply(Transaction transaction, Table table, Set<String> regions, Change change) {
    var now = new LinkedHashMap<String, Table>();
    for (var region : regions) {
      var member = tables.find(transaction, table.scope().in(region), table.name());
      if (member != null) {
        now.put(region, member);
      }
    }
    var current = now.get(table.scope().region());
    if (current == null || !current.id().equals(table.id())) {
      throw Tables.notFound(table.name());
    }
    if (!regions.containsAll(regions(current)) || !regions(current).equals(regions(table))) {
      return false;
    }
    var after = change.apply(transaction, now);
    for (var region : regions) {
      var key = Table.at(table.scope().in(region), table.name()).bytes();
      var definition = after.get(region);
      if (definition != null) {
        transaction.put(key, DefinitionForm.write(definition));
      } else if (now.containsKey(region)) {
        transaction.delete(key);
      }
    }
    return true;
  }

  /// To be called by the transaction that makes a table one of a group.
  public static void mark(Transaction transaction, Scope scope, String table) {
    var value =
        Json.object(
            "Account", Json.of(scope.account()),
            "Region", Json.of(scope.region()),
            "Table", Json.of(table));
    transaction.put(marker(scope, table).bytes(), value.print().getBytes(StandardCharsets.UTF_8));
  }

  /// The tables that are in groups. Those that are no more are forgotten.
  public List<Table> marked() {
    var all = new ArrayList<Table>();
    for (var name : names()) {
      var table = tables.find(name.scope(), name.name());
      if (table == null) {
        forget(name);
      } else if (table.definition().replicas() != null) {
        all.add(table);
      }
    }
    return all;
  }

  private List<TableName> names() {
    var names = new ArrayList<TableName>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(ROOT.children())) {
      while (cursor.next()) {
        var value = (Json.Obj) Json.parse(Bytes.wrap(cursor.value()).toUtf8());
        var scope = new Scope(text(value, "Account"), text(value, "Region"));
        names.add(new TableName(scope, text(value, "Table")));
      }
    }
    return names;
  }

  private void forget(TableName name) {
    store.transact(
        Locks.of(name.key()),
        transaction -> {
          if (tables.find(transaction, name) == null) {
            transaction.delete(marker(name.scope(), name.name()).bytes());
          }
          return name;
        });
  }

  private static Key marker(Scope scope, String table) {
    return ROOT.then(scope.account(), scope.region(), table);
  }

  private static String text(Json.Obj value, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(value.get(name)).text());
  }
}
