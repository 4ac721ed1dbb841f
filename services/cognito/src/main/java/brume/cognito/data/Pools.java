package brume.cognito.data;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Bytes;
import brume.base.Scope;
import brume.cognito.pool.Pool;
import brume.model.cognitoidp.UserPoolType;
import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The user pools of all accounts and regions.
public final class Pools {
  /// Of one account and region. Source: Amazon Cognito Developer Guide, "Quotas".
  static final int MAX_POOLS = 1000;

  /// Where each pool is, by its id.
  private static final Key PLACES = Key.of("cognito.pool-place");

  private final Store store;
  private final Records<UserPoolType> records = new Records<>("cognito.pool", UserPoolType.SHAPE);

  Pools(Store store) {
    this.store = store;
  }

  /// The pool that a signed request names.
  ///
  /// Throws `ResourceNotFoundException` when it is not in this account and region.
  public Pool get(Scope scope, String id) {
    try (var snapshot = store.snapshot()) {
      return get(snapshot, scope, id);
    }
  }

  private Pool get(Reader reader, Scope scope, String id) {
    var settings = records.get(reader, scope, id);
    if (settings == null) {
      throw notFound(id);
    }
    return new Pool(scope, settings);
  }

  /// The pool with an id, wherever it is; null when there is none.
  public @Nullable Pool find(String id) {
    try (var snapshot = store.snapshot()) {
      return find(snapshot, id);
    }
  }

  @Nullable Pool find(Reader reader, String id) {
    var stored = reader.get(place(id).bytes());
    if (stored == null) {
      return null;
    }
    return placed(reader, stored);
  }

  private @Nullable Pool placed(Reader reader, byte[] place) {
    var parts = Bytes.wrap(place).toUtf8().split("/", 3);
    var scope = new Scope(parts[0], parts[1]);
    var settings = records.get(reader, scope, parts[2]);
    return settings == null ? null : new Pool(scope, settings);
  }

  public static ServiceException notFound(String id) {
    return RESOURCE_NOT_FOUND_EXCEPTION.because("User pool " + id + " does not exist.");
  }

  /// Makes a pool and its signing key together.
  Pool create(Scope scope, UserPoolType settings, BiConsumer<Transaction, Pool> more) {
    var pool = new Pool(scope, settings);
    return store.transact(
        Locks.of(records.key(scope)),
        transaction -> {
          if (records.all(transaction, scope).size() >= MAX_POOLS) {
            throw LIMIT_EXCEEDED_EXCEPTION.because(
                "The number of user pools exceeds the limit of " + MAX_POOLS);
          }
          records.put(transaction, settings, scope, pool.id());
          var place = Bytes.utf8(scope.account() + '/' + scope.region() + '/' + pool.id());
          transaction.put(place(pool.id()).bytes(), place.shared());
          more.accept(transaction, pool);
          return pool;
        });
  }

  public Pool change(Scope scope, String id, UnaryOperator<UserPoolType> change) {
    return store.transact(
        lock(scope, id),
        transaction -> {
          var changed = change.apply(get(transaction, scope, id).settings());
          records.put(transaction, changed, scope, id);
          return new Pool(scope, changed);
        });
  }

  /// From its commit on the pool is gone, and what `more` deletes with it; [Leftovers] clears its
  /// users away.
  void delete(Scope scope, String id, BiConsumer<Transaction, Pool> more) {
    store.transact(
        lock(scope, id),
        transaction -> {
          var pool = get(transaction, scope, id);
          if ("ACTIVE".equals(pool.settings().deletionProtection())) {
            throw INVALID_PARAMETER_EXCEPTION.because(
                "The user pool cannot be deleted because deletion protection is activated."
                    + " Deletion protection must be inactivated first.");
          }
          if (pool.settings().domain() != null) {
            throw INVALID_PARAMETER_EXCEPTION.because(
                "User pool cannot be deleted. It has a domain configured that should be deleted"
                    + " first.");
          }
          more.accept(transaction, pool);
          records.delete(transaction, scope, id);
          transaction.delete(place(id).bytes());
          Leftovers.add(transaction, Contents.of(pool));
          return pool;
        });
  }

  public Records.Page<UserPoolType> list(Scope scope, @Nullable String token, int limit) {
    try (var snapshot = store.snapshot()) {
      return records.page(snapshot, scope, token, limit);
    }
  }

  /// The pools of all accounts and regions.
  List<Pool> everywhere() {
    var all = new ArrayList<Pool>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(PLACES.children())) {
      while (cursor.next()) {
        var pool = placed(snapshot, cursor.value());
        if (pool != null) {
          all.add(pool);
        }
      }
    }
    return all;
  }

  /// What a transaction locks that decides on a pool's settings.
  Locks lock(Scope scope, String id) {
    return Locks.of(records.key(scope, id));
  }

  /// The settings as a transaction under [#lock] reads and writes them.
  void put(Transaction transaction, Pool pool) {
    records.put(transaction, pool.settings(), pool.scope(), Objects.requireNonNull(pool.id()));
  }

  private static Key place(String id) {
    return PLACES.then(id);
  }
}
