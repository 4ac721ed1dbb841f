package brume.iam.data;

import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.base.Scope;
import brume.iam.entity.EntityKind;
import brume.model.iam.AccessKey;
import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.store.Reader;
import brume.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Long-term access keys. They belong to the unique id of a user, or to the account number of its
/// root user.
public final class Keys {
  /// Of one user. Source: IAM User Guide, "IAM and AWS STS quotas".
  private static final int MAX_KEYS = 2;

  private final Accounts accounts;
  private final Records<AccessKey> records = new Records<>("iam.key", AccessKey.SHAPE);
  private final Links owners;

  Keys(Accounts accounts, Links owners) {
    this.accounts = accounts;
    this.owners = owners;
  }

  /// @param owner the unique id of a user, or the account's number
  public AccessKey create(Scope scope, String owner, AccessKey key) {
    return accounts.change(
        scope,
        (transaction, global) -> {
          if (of(transaction, global, owner).size() >= MAX_KEYS) {
            throw EntityKind.quotaExceeded("AccessKeysPerUser", MAX_KEYS);
          }
          add(transaction, global, owner, key);
          return key;
        });
  }

  /// The first key of a root user: the one that it has, or this one.
  public AccessKey first(Scope scope, AccessKey fresh) {
    return accounts.change(
        scope,
        (transaction, global) -> {
          var there = of(transaction, global, scope.account());
          if (there.isEmpty()) {
            add(transaction, global, scope.account(), fresh);
            return fresh;
          }
          return there.getFirst();
        });
  }

  private void add(Transaction transaction, Scope global, String owner, AccessKey key) {
    if (records.has(transaction, global, key.accessKeyId())) {
      throw new IllegalStateException("An access key id came up twice: " + key.accessKeyId());
    }
    records.put(transaction, key, global, key.accessKeyId());
    owners.add(transaction, global, owner, key.accessKeyId());
  }

  public void change(Scope scope, String owner, String keyId, UnaryOperator<AccessKey> change) {
    accounts.run(
        scope,
        (transaction, global) -> {
          var key = existing(transaction, global, owner, keyId);
          records.put(transaction, change.apply(key), global, keyId);
        });
  }

  public void delete(Scope scope, String owner, String keyId) {
    accounts.run(
        scope,
        (transaction, global) -> {
          existing(transaction, global, owner, keyId);
          records.delete(transaction, global, keyId);
          owners.remove(transaction, global, owner, keyId);
        });
  }

  public List<AccessKey> of(Scope scope, String owner) {
    return accounts.read(scope, (reader, global) -> of(reader, global, owner));
  }

  List<AccessKey> of(Reader reader, Scope scope, String owner) {
    var keys = new ArrayList<AccessKey>();
    for (var keyId : owners.from(reader, scope, owner)) {
      var key = records.get(reader, scope, keyId);
      if (key != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  /// A key and the id of its owner.
  public record Owned(AccessKey key, String owner) {}

  public @Nullable Owned find(Reader reader, Scope scope, String keyId) {
    var key = records.get(reader, scope, keyId);
    var owner = owners.to(reader, scope, keyId);
    return key == null || owner.isEmpty() ? null : new Owned(key, owner.getFirst());
  }

  Dependents dependents() {
    return new Dependents(
        "Cannot delete entity, must delete access keys first.",
        (reader, scope, id) -> !owners.from(reader, scope, id).isEmpty());
  }

  private AccessKey existing(Reader reader, Scope scope, String owner, String keyId) {
    var key = records.get(reader, scope, keyId);
    if (key == null || !owners.has(reader, scope, owner, keyId)) {
      throw notFound(keyId);
    }
    return key;
  }

  private static ServiceException notFound(String keyId) {
    return NO_SUCH_ENTITY_EXCEPTION.because(
        "The Access Key with id " + keyId + " cannot be found.");
  }
}
