package brume.dynamodb.catalog;

import brume.base.Scope;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.Tag;
import brume.service.record.Records;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.util.List;

/// The tags of tables.
public final class TableTags {
  /// Of one table. Source: Amazon DynamoDB Developer Guide, "Quotas".
  static final int MAX_TAGS = 50;

  private final Store store;
  private final Tables tables;
  private final Records<Tag> tags = new Records<>("dynamodb.tag", Tag.SHAPE);

  public TableTags(Store store, Tables tables) {
    this.store = store;
    this.tables = tables;
  }

  public Tables tables() {
    return tables;
  }

  public List<Tag> of(Scope scope, String arn) {
    var name = TableName.of(scope, arn);
    try (var snapshot = store.snapshot()) {
      check(snapshot, name);
      return tags.all(snapshot, name.scope(), name.name());
    }
  }

  /// For the transaction that makes the table.
  public void put(Transaction transaction, Table table, List<Tag> all) {
    for (var tag : all) {
      tags.put(transaction, tag, table.scope(), table.name(), tag.key());
    }
    if (tags.all(transaction, table.scope(), table.name()).size() > MAX_TAGS) {
      throw Invalid.parameter("Too many tags: at most " + MAX_TAGS + " for a resource");
    }
  }

  /// For the transaction that deletes the table.
  public void clear(Transaction transaction, Table table) {
    for (var tag : tags.all(transaction, table.scope(), table.name())) {
      tags.delete(transaction, table.scope(), table.name(), tag.key());
    }
  }

  public void add(Scope scope, String arn, List<Tag> more) {
    var name = TableName.of(scope, arn);
    store.transact(
        Locks.of(name.key()),
        transaction -> {
          put(transaction, check(transaction, name), more);
          return more;
        });
  }

  public void remove(Scope scope, String arn, List<String> keys) {
    var name = TableName.of(scope, arn);
    store.transact(
        Locks.of(name.key()),
        transaction -> {
          check(transaction, name);
          for (var key : keys) {
            tags.delete(transaction, name.scope(), name.name(), key);
          }
          return keys;
        });
  }

  private Table check(Reader reader, TableName name) {
    var table = tables.find(reader, name);
    if (table == null) {
      throw Tables.notFound(name.name());
    }
    return table;
  }
}
