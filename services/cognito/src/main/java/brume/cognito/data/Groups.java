package brume.cognito.data;

import static brume.model.cognitoidp.CognitoIdentityProviderError.GROUP_EXISTS_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Bytes;
import brume.cognito.pool.Pool;
import brume.model.cognitoidp.GroupType;
import brume.service.record.Records;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The groups of all pools, and who is in them.
public final class Groups {
  /// Of one pool. Source: Amazon Cognito Developer Guide, "Quotas".
  static final int MAX_GROUPS = 10_000;

  /// Of one user. Source: the same.
  static final int MAX_GROUPS_OF_USER = 100;

  private final Store store;
  private final Records<GroupType> records = new Records<>("cognito.group", GroupType.SHAPE);

  Groups(Store store) {
    this.store = store;
  }

  public GroupType get(Pool pool, String name) {
    try (var snapshot = store.snapshot()) {
      return existing(snapshot, pool, name);
    }
  }

  private GroupType existing(Reader reader, Pool pool, String name) {
    var group = records.get(reader, pool.scope(), pool.id(), name);
    if (group == null) {
      throw RESOURCE_NOT_FOUND_EXCEPTION.because("Group not found.");
    }
    return group;
  }

  public GroupType create(Pool pool, GroupType group) {
    var name = Objects.requireNonNull(group.groupName());
    return store.transact(
        Locks.of(records.key(pool.scope(), pool.id())),
        transaction -> {
          if (records.has(transaction, pool.scope(), pool.id(), name)) {
            throw GROUP_EXISTS_EXCEPTION.because("A group with the name already exists.");
          }
          if (records.all(transaction, pool.scope(), pool.id()).size() >= MAX_GROUPS) {
            throw LIMIT_EXCEEDED_EXCEPTION.because("At most " + MAX_GROUPS + " groups in a pool");
          }
          records.put(transaction, group, pool.scope(), pool.id(), name);
          return group;
        });
  }

  public GroupType change(Pool pool, String name, UnaryOperator<GroupType> change) {
    return store.transact(
        lock(pool, name),
        transaction -> {
          var changed = change.apply(existing(transaction, pool, name));
          records.put(transaction, changed, pool.scope(), pool.id(), name);
          return changed;
        });
  }

  public void delete(Pool pool, String name) {
    store.transact(
        lock(pool, name),
        transaction -> {
          existing(transaction, pool, name);
          for (var user : Contents.all(transaction, members(pool, name), Groups::text)) {
            transaction.delete(member(pool, name, user).bytes());
            transaction.delete(membership(pool, user, name).bytes());
          }
          records.delete(transaction, pool.scope(), pool.id(), name);
          return name;
        });
  }

  void deleteAll(Transaction transaction, Pool pool) {
    for (var group : records.all(transaction, pool.scope(), pool.id())) {
      records.delete(
          transaction, pool.scope(), pool.id(), Objects.requireNonNull(group.groupName()));
    }
  }

  public Records.Page<GroupType> list(Pool pool, @Nullable String token, int limit) {
    try (var snapshot = store.snapshot()) {
      return records.page(snapshot, pool.scope(), token, limit, pool.id());
    }
  }

  /// Being in a group already is no error.
  public void add(Pool pool, String name, String username) {
    var user = pool.fold(username);
    store.transact(
        lock(pool, name),
        transaction -> {
          existing(transaction, pool, name);
          var names = Contents.all(transaction, memberships(pool, user), Groups::text);
          if (!names.contains(name) && names.size() >= MAX_GROUPS_OF_USER) {
            throw LIMIT_EXCEEDED_EXCEPTION.because(
                "At most " + MAX_GROUPS_OF_USER + " groups of a user");
          }
          transaction.put(member(pool, name, user).bytes(), Bytes.utf8(user).shared());
          transaction.put(membership(pool, user, name).bytes(), Bytes.utf8(name).shared());
          return user;
        });
  }

  /// Not being in a group is no error.
  public void remove(Pool pool, String name, String username) {
    var user = pool.fold(username);
    store.transact(
        lock(pool, name),
        transaction -> {
          existing(transaction, pool, name);
          transaction.delete(member(pool, name, user).bytes());
          transaction.delete(membership(pool, user, name).bytes());
          return user;
        });
  }

  /// Takes a user out of all, with whatever else a transaction deletes of it.
  public void forget(Transaction transaction, Pool pool, String username) {
    var user = pool.fold(username);
    for (var name : Contents.all(transaction, memberships(pool, user), Groups::text)) {
      transaction.delete(member(pool, name, user).bytes());
      transaction.delete(membership(pool, user, name).bytes());
    }
  }

  /// The groups of a user, the one that comes first first.
  public List<GroupType> of(Pool pool, String username) {
    var groups = new ArrayList<GroupType>();
    try (var snapshot = store.snapshot()) {
      for (var name :
          Contents.all(snapshot, memberships(pool, pool.fold(username)), Groups::text)) {
        var group = records.get(snapshot, pool.scope(), pool.id(), name);
        if (group != null) {
          groups.add(group);
        }
      }
    }
    groups.sort(Comparator.comparingInt(Groups::precedence));
    return groups;
  }

  /// Lower comes first; groups without precedence come last.
  public static int precedence(GroupType group) {
    Integer precedence = group.precedence();
    return precedence == null ? Integer.MAX_VALUE : precedence;
  }

  /// The usernames of a group's members, as keys write them.
  public List<String> membersOf(Pool pool, String name) {
    try (var snapshot = store.snapshot()) {
      existing(snapshot, pool, name);
      return Contents.all(snapshot, members(pool, name), Groups::text);
    }
  }

  private Locks lock(Pool pool, String name) {
    return Locks.of(records.key(pool.scope(), pool.id(), name));
  }

  private static String text(byte[] bytes) {
    return Bytes.wrap(bytes).toUtf8();
  }

  private static Key members(Pool pool, String group) {
    return Contents.of(pool, "member", group);
  }

  private static Key member(Pool pool, String group, String user) {
    return members(pool, group).then(user);
  }

  private static Key memberships(Pool pool, String user) {
    return Contents.of(pool, "groups", user);
  }

  private static Key membership(Pool pool, String user, String group) {
    return memberships(pool, user).then(group);
  }
}
