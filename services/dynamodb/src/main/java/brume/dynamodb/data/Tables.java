package brume.dynamodb.data;

import static brume.model.dynamodb.DynamoDbError.RESOURCE_IN_USE_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.Tag;
import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The tables of all accounts and regions: their descriptions and their tags.
public final class Tables {
  /// Of one account and region. Source: Amazon DynamoDB Developer Guide, "Quotas".
  static final int MAX_TABLES = 2500;

  static final int MAX_TAGS = 50;

  private static final int MAX_KNOWN = 10_000;

  private final Store store;
  private final Records<TableDescription> descriptions =
      new Records<>("dynamodb.table", TableDescription.SHAPE);
  private final Records<Tag> tags = new Records<>("dynamodb.tag", Tag.SHAPE);

  /// Tables by their keys, each with the stored bytes that it was read from: one that changed in
  /// the store, whoever changed it, is never taken for what it was.
  private final Map<Key, Known> known = new ConcurrentHashMap<>();

  private record Known(byte[] stored, Table table) {}

  public Tables(Store store) {
    this.store = store;
  }

  /// The table that a request names, for working with its items.
  ///
  /// @param nameOrArn names a table of the scope unless its ARN says otherwise
  public Table get(Scope scope, String nameOrArn) {
    var table = find(scope, nameOrArn);
    if (table == null) {
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

  private @Nullable Table find(Scope scope, String nameOrArn) {
    var name = nameOf(nameOrArn);
    var key = descriptions.key(scope, name);
    try (var snapshot = store.snapshot()) {
      var stored = snapshot.get(key.bytes());
      if (stored == null) {
        return null;
      }
      var before = known.get(key);
      if (before != null && Arrays.equals(before.stored, stored)) {
        return before.table;
      }
      var table = Table.of(scope, Objects.requireNonNull(descriptions.get(snapshot, scope, name)));
      if (known.size() >= MAX_KNOWN) {
        known.clear();
      }
      known.put(key, new Known(stored, table));
      return table;
    }
  }

  public static String nameOf(String nameOrArn) {
    return Arn.parse(nameOrArn).map(Arn::name).orElse(nameOrArn);
  }

  public TableDescription create(Scope scope, TableDescription table, List<Tag> withTags) {
    var name = Objects.requireNonNull(table.tableName());
    return store.transact(
        Locks.of(descriptions.key(scope, name)),
        transaction -> {
          if (descriptions.has(transaction, scope, name)) {
            throw RESOURCE_IN_USE_EXCEPTION.because("Table already exists: " + name);
          }
          if (descriptions.all(transaction, scope).size() >= MAX_TABLES) {
            throw brume.model.dynamodb.DynamoDbError.LIMIT_EXCEEDED_EXCEPTION.because(
                "Subscriber limit exceeded: There is a limit of "
                    + MAX_TABLES
                    + " tables per subscriber");
          }
          descriptions.put(transaction, table, scope, name);
          for (var tag : withTags) {
            tags.put(transaction, tag, scope, name, tag.key());
          }
          return table;
        });
  }

  public TableDescription change(
      Scope scope, String nameOrArn, UnaryOperator<TableDescription> change) {
    var name = nameOf(nameOrArn);
    return store.transact(
        Locks.of(descriptions.key(scope, name)),
        transaction -> {
          var changed = change.apply(existing(transaction, scope, name));
          descriptions.put(transaction, changed, scope, name);
          return changed;
        });
  }

  /// From its commit on the table is gone; [Leftovers] clears its items away.
  public TableDescription delete(Scope scope, String nameOrArn) {
    var name = nameOf(nameOrArn);
    return store.transact(
        Locks.of(descriptions.key(scope, name)),
        transaction -> {
          var table = existing(transaction, scope, name);
          if (Boolean.TRUE.equals(table.deletionProtectionEnabled())) {
            throw Invalid.request(
                "Resource cannot be deleted as it is currently protected against deletion. Disable"
                    + " deletion protection first.");
          }
          descriptions.delete(transaction, scope, name);
          for (var tag : tags.all(transaction, scope, name)) {
            tags.delete(transaction, scope, name, tag.key());
          }
          Leftovers.add(transaction, Table.root(scope, Objects.requireNonNull(table.tableId())));
          return table;
        });
  }

  /// Up to `limit` names behind `after`, in alphabetical order.
  public List<String> names(Scope scope, @Nullable String after, int limit) {
    try (var snapshot = store.snapshot()) {
      return descriptions.all(snapshot, scope).stream()
          .map(table -> Objects.requireNonNull(table.tableName()))
          .filter(name -> after == null || name.compareTo(after) > 0)
          .limit(limit)
          .toList();
    }
  }

  public List<Tag> tags(Scope scope, String arn) {
    try (var snapshot = store.snapshot()) {
      var name = nameOf(arn);
      existing(snapshot, scope, name);
      return tags.all(snapshot, scope, name);
    }
  }

  public void tag(Scope scope, String arn, List<Tag> more) {
    var name = nameOf(arn);
    store.transact(
        Locks.of(descriptions.key(scope, name)),
        transaction -> {
          existing(transaction, scope, name);
          for (var tag : more) {
            tags.put(transaction, tag, scope, name, tag.key());
          }
          if (tags.all(transaction, scope, name).size() > MAX_TAGS) {
            throw Invalid.parameter("Too many tags: at most " + MAX_TAGS + " for a resource");
          }
          return more;
        });
  }

  public void untag(Scope scope, String arn, List<String> keys) {
    var name = nameOf(arn);
    store.transact(
        Locks.of(descriptions.key(scope, name)),
        transaction -> {
          existing(transaction, scope, name);
          for (var key : keys) {
            tags.delete(transaction, scope, name, key);
          }
          return keys;
        });
  }

  private TableDescription existing(Reader reader, Scope scope, String name) {
    var table = descriptions.get(reader, scope, name);
    if (table == null) {
      throw notFound(name);
    }
    return table;
  }

  private static ServiceException notFound(String name) {
    return RESOURCE_NOT_FOUND_EXCEPTION.because(
        "Requested resource not found: Table: " + name + " not found");
  }
}
