package brume.dynamodb.catalog;

import static brume.model.dynamodb.DynamoDbError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.RESOURCE_IN_USE_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.Table;
import brume.shape.ServiceException;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The tables of all accounts and regions.
public final class Tables {
  /// Of one account and region. Source: Amazon DynamoDB Developer Guide, "Quotas".
  static final int MAX_TABLES = 2500;

  private static final int MAX_KNOWN = 10_000;

  private final Store store;

  /// Tables by their names, each with the stored bytes that it was read from: one that changed in
  /// the store, whoever changed it, is never taken for what it was.
  private final Map<TableName, Known> known = new ConcurrentHashMap<>();

  private record Known(byte[] stored, Table table) {}

  public Tables(Store store) {
    this.store = store;
  }

  /// What a transaction does to a table beside changing its definition, and what that becomes: null
  /// when the table is to be gone.
  @FunctionalInterface
  public interface Change extends BiFunction<Transaction, Table, @Nullable Definition> {}

  /// The table that a request names, for working with its items.
  ///
  /// @param nameOrArn names a table of the scope unless its ARN says otherwise
  public Table get(Scope scope, String nameOrArn) {
    var table = find(scope, nameOrArn);
    if (table == null || !table.isServing()) {
      throw RESOURCE_NOT_FOUND_EXCEPTION.because("Requested resource not found");
    }
    return table;
  }

  /// The same for operations on the table itself, whose error names it.
  public Table describe(Scope scope, String nameOrArn) {
    var table = find(scope, nameOrArn);
    if (table == null) {
      throw notFound(nameOf(nameOrArn));
    }
    return table;
  }

  /// Null when there is no such table.
  public @Nullable Table find(Scope scope, String nameOrArn) {
    return find(store::get, TableName.of(scope, nameOrArn));
  }

  /// The table as it was when this process last looked at it or changed it: for what may lag behind
  /// another process by one request. Null when there is none.
  public @Nullable Table lately(TableName name) {
    var last = known.get(name);
    if (last != null) {
      return last.table;
    }
    return find(store::get, name);
  }

  /// As the reader sees it.
  public @Nullable Table find(Reader reader, Scope scope, String name) {
    return find(reader, new TableName(scope, name));
  }

  /// As the reader sees it.
  public @Nullable Table find(Reader reader, TableName name) {
    return find(reader::get, name);
  }

  /// What is stored under a key.
  private interface Stored {
    byte @Nullable [] get(byte[] key);
  }

  private @Nullable Table find(Stored entries, TableName name) {
    var before = known.get(name);
    var key = before == null ? name.key() : before.table.at();
    var stored = entries.get(key.bytes());
    if (stored == null) {
      known.remove(name);
      return null;
    }
    if (before != null && Arrays.equals(before.stored, stored)) {
      return before.table;
    }
    var table = Table.of(name.scope(), DefinitionForm.read(stored));
    if (known.size() >= MAX_KNOWN) {
      known.clear();
    }
    known.put(name, new Known(stored, table));
    return table;
  }

  /// Whether a table is as it was when it was read. To be asked by every transaction that writes
  /// items, under their locks.
  @SuppressWarnings("ReferenceEquality") // the very one that was read from these bytes
  public boolean isCurrent(Transaction transaction, Table table) {
    var stored = transaction.get(table.at().bytes());
    var before = known.get(TableName.of(table));
    return stored != null
        && before != null
        && before.table == table
        && Arrays.equals(before.stored, stored);
  }

  /// The table as it is now; for who found that it is not current.
  public Table again(Table table) {
    var now = find(table.scope(), table.name());
    boolean ends = now != null && table.isServing() && !now.isServing();
    if (now == null || ends || !now.id().equals(table.id())) {
      throw RESOURCE_NOT_FOUND_EXCEPTION.because("Requested resource not found");
    }
    return now;
  }

  public static String nameOf(String nameOrArn) {
    return Arn.parse(nameOrArn).map(Arn::name).orElse(nameOrArn);
  }

  /// Makes a table, and returns it as it then is.
  ///
  /// @param define what else the transaction does, and the definition that the table gets
  public Table create(Table table, Function<Transaction, Definition> define) {
    return store.transact(
        Locks.of(table.at()),
        transaction -> {
          if (transaction.get(table.at().bytes()) != null) {
            throw RESOURCE_IN_USE_EXCEPTION.because("Table already exists: " + table.name());
          }
          if (count(transaction, table.scope()) >= MAX_TABLES) {
            throw LIMIT_EXCEEDED_EXCEPTION.because(
                "Subscriber limit exceeded: There is a limit of "
                    + MAX_TABLES
                    + " tables per subscriber");
          }
          var definition = define.apply(transaction);
          transaction.put(table.at().bytes(), DefinitionForm.write(definition));
          return Table.of(table.scope(), definition);
        });
  }

  private static int count(Reader reader, Scope scope) {
    int tables = 0;
    try (var cursor = reader.scan(Table.definitions(scope).children())) {
      while (cursor.next()) {
        tables++;
      }
    }
    return tables;
  }

  /// Changes a definition, and returns the table as it is then.
  public Table change(Scope scope, String nameOrArn, Change change) {
    var name = TableName.of(scope, nameOrArn);
    return change(name, Locks.of(name.key()), change);
  }

  /// The same while no item is being written, so that every write from now on sees the change, and
  /// every earlier one is done.
  public Table changeAlone(Table table, Change change) {
    return change(
        TableName.of(table),
        table.allLocks(),
        (transaction, now) -> {
          if (!now.id().equals(table.id())) {
            throw notFound(table.name());
          }
          return change.apply(transaction, now);
        });
  }

  private Table change(TableName name, Locks locks, Change change) {
    var changed = transact(name, locks, change);
    var _ = find(store::get, name);
    return changed;
  }

  private Table transact(TableName name, Locks locks, Change change) {
    return store.transact(
        locks,
        transaction -> {
          var before = find(transaction, name);
          if (before == null) {
            throw notFound(name.name());
          }
          var after = change.apply(transaction, before);
          if (after == null) {
            transaction.delete(name.key().bytes());
            return before;
          }
          transaction.put(name.key().bytes(), DefinitionForm.write(after));
          return Table.of(name.scope(), after);
        });
  }

  /// Up to `limit` names behind `after`, in alphabetical order.
  public List<String> names(Scope scope, @Nullable String after, int limit) {
    var range = Table.definitions(scope).children();
    if (after != null) {
      range = range.after(Table.at(scope, after));
    }
    var names = new ArrayList<String>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (names.size() < limit && cursor.next()) {
        names.add(Table.of(scope, DefinitionForm.read(cursor.value())).name());
      }
    }
    return names;
  }

  static ServiceException notFound(String name) {
    return RESOURCE_NOT_FOUND_EXCEPTION.because(
        "Requested resource not found: Table: " + name + " not found");
  }
}
