package brume.logs.data;

import brume.base.Scope;
import brume.logs.group.Group;
import brume.logs.group.GroupName;
import brume.model.logs.CloudWatchLogsError;
import brume.service.record.Records;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The log groups of all accounts and regions.
public final class Groups {
  /// The groups whose events expire, of all scopes.
  private static final Key EXPIRING = Key.of("logs.expiring");

  private final Store store;
  private final Records<Group> records = new Records<>("logs.group", Group.SHAPE);

  public Groups(Store store) {
    this.store = store;
  }

  public void create(Scope scope, Group group) {
    store.transact(
        Locks.of(records.key(scope, group.name())),
        transaction -> {
          if (records.has(transaction, scope, group.name())) {
            throw CloudWatchLogsError.RESOURCE_ALREADY_EXISTS_EXCEPTION.because(
                "The specified log group already exists");
          }
          records.put(transaction, group, scope, group.name());
          return group;
        });
  }

  public Group get(Scope scope, String name) {
    try (var snapshot = store.snapshot()) {
      var group = records.get(snapshot, scope, name);
      if (group == null) {
        throw GroupName.notFound();
      }
      return group;
    }
  }

  /// In the order of their names.
  public List<Group> all(Scope scope) {
    try (var snapshot = store.snapshot()) {
      return records.all(snapshot, scope);
    }
  }

  public Group change(Scope scope, String name, UnaryOperator<Group> change) {
    return store.transact(
        Locks.of(records.key(scope, name)),
        transaction -> {
          var before = records.get(transaction, scope, name);
          if (before == null) {
            throw GroupName.notFound();
          }
          var group = change.apply(before);
          records.put(transaction, group, scope, name);
          if (group.retention() != null) {
            transaction.put(expiring(scope, name), new byte[0]);
          } else if (before.retention() != null) {
            transaction.delete(expiring(scope, name));
          }
          return group;
        });
  }

  /// From its commit on the group is gone; [Clearing] is owed for what it held.
  public void delete(Scope scope, String name, Instant now) {
    store.transact(
        Locks.of(records.key(scope, name)),
        transaction -> {
          var group = records.get(transaction, scope, name);
          if (group == null) {
            throw GroupName.notFound();
          }
          records.delete(transaction, scope, name);
          transaction.delete(expiring(scope, name));
          Clearing.oweGroup(transaction, scope, group.id(), now);
          return group;
        });
  }

  /// A group whose events expire.
  record Expiring(Scope scope, String name) {}

  List<Expiring> expiring() {
    var all = new ArrayList<Expiring>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(EXPIRING.children())) {
      while (cursor.next()) {
        var parts = KeyText.parts(cursor.key(), EXPIRING.bytes().length);
        all.add(new Expiring(new Scope(parts.get(0), parts.get(1)), parts.get(2)));
      }
    }
    return all;
  }

  private static byte[] expiring(Scope scope, String name) {
    return EXPIRING.then(scope.account(), scope.region(), name).bytes();
  }
}
