package brume.cognito.identity.data;

import static brume.model.cognitoidentity.CognitoIdentityError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.cognitoidentity.CognitoIdentityError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Arn;
import brume.base.Bytes;
import brume.base.Scope;
import brume.cognito.data.Leftovers;
import brume.model.cognitoidentity.GetIdentityPoolRolesResponse;
import brume.model.cognitoidentity.GetPrincipalTagAttributeMapResponse;
import brume.model.cognitoidentity.IdentityPool;
import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The identity pools of all accounts and regions: settings, roles, and what becomes of claims.
public final class IdentityPools {
  /// Of one account and region. Source: Amazon Cognito Developer Guide, "Quotas".
  static final int MAX_POOLS = 1000;

  private final Store store;
  private final Records<IdentityPool> pools =
      new Records<>("cognito.identitypool", IdentityPool.SHAPE);
  private final Records<GetIdentityPoolRolesResponse> roles =
      new Records<>("cognito.identitypool-roles", GetIdentityPoolRolesResponse.SHAPE);
  private final Records<GetPrincipalTagAttributeMapResponse> tagMaps =
      new Records<>("cognito.identitypool-tags", GetPrincipalTagAttributeMapResponse.SHAPE);

  IdentityPools(Store store) {
    this.store = store;
  }

  /// A pool and where it was made.
  public record Placed(Scope scope, IdentityPool settings) {
    public String id() {
      return settings.identityPoolId();
    }

    public Arn arn() {
      return arnOf(scope, id());
    }
  }

  public static Arn arnOf(Scope scope, String id) {
    return Arn.of("cognito-identity", scope, "identitypool/" + id);
  }

  /// The pool that a signed request names.
  public Placed get(Scope scope, String id) {
    try (var snapshot = store.snapshot()) {
      return existing(snapshot, scope, id);
    }
  }

  /// The pool that an unsigned request names, wherever it is.
  public Placed get(String id) {
    var found = find(id);
    if (found == null) {
      throw notFound(id);
    }
    return found;
  }

  public @Nullable Placed find(String id) {
    try (var snapshot = store.snapshot()) {
      var stored = snapshot.get(place(id).bytes());
      if (stored == null) {
        return null;
      }
      var parts = Bytes.wrap(stored).toUtf8().split("/", 2);
      var scope = new Scope(parts[0], parts[1]);
      var pool = pools.get(snapshot, scope, id);
      return pool == null ? null : new Placed(scope, pool);
    }
  }

  private Placed existing(Reader reader, Scope scope, String id) {
    var pool = pools.get(reader, scope, id);
    if (pool == null) {
      throw notFound(id);
    }
    return new Placed(scope, pool);
  }

  private static ServiceException notFound(String id) {
    return RESOURCE_NOT_FOUND_EXCEPTION.because("IdentityPool '" + id + "' not found.");
  }

  public IdentityPool create(Scope scope, IdentityPool pool) {
    return store.transact(
        Locks.of(pools.key(scope)),
        transaction -> {
          if (pools.all(transaction, scope).size() >= MAX_POOLS) {
            throw LIMIT_EXCEEDED_EXCEPTION.because(
                "The number of identity pools exceeds the limit of " + MAX_POOLS);
          }
          pools.put(transaction, pool, scope, pool.identityPoolId());
          var place = Bytes.utf8(scope.account() + '/' + scope.region());
          transaction.put(place(pool.identityPoolId()).bytes(), place.shared());
          return pool;
        });
  }

  public IdentityPool change(Scope scope, String id, UnaryOperator<IdentityPool> change) {
    return store.transact(
        Locks.of(pools.key(scope, id)),
        transaction -> {
          var changed = change.apply(existing(transaction, scope, id).settings());
          pools.put(transaction, changed, scope, id);
          return changed;
        });
  }

  /// From its commit on the pool is gone; its identities are cleared away later.
  public void delete(Scope scope, String id) {
    store.transact(
        Locks.of(pools.key(scope, id)),
        transaction -> {
          var pool = existing(transaction, scope, id);
          pools.delete(transaction, scope, id);
          roles.delete(transaction, scope, id);
          for (var map : tagMaps.all(transaction, scope, id)) {
            tagMaps.delete(transaction, scope, id, String.valueOf(map.identityProviderName()));
          }
          transaction.delete(place(id).bytes());
          Leftovers.add(transaction, Identities.root(pool));
          return id;
        });
  }

  public Records.Page<IdentityPool> list(Scope scope, @Nullable String token, int limit) {
    try (var snapshot = store.snapshot()) {
      return pools.page(snapshot, scope, token, limit);
    }
  }

  /// The roles of a pool, none before they are set.
  public GetIdentityPoolRolesResponse roles(Placed pool) {
    try (var snapshot = store.snapshot()) {
      var set = roles.get(snapshot, pool.scope(), pool.id());
      return set == null ? new GetIdentityPoolRolesResponse(pool.id(), null, Map.of()) : set;
    }
  }

  public void setRoles(Placed pool, GetIdentityPoolRolesResponse set) {
    store.transact(
        Locks.of(pools.key(pool.scope(), pool.id())),
        transaction -> {
          existing(transaction, pool.scope(), pool.id());
          roles.put(transaction, set, pool.scope(), pool.id());
          return set;
        });
  }

  /// Which claims become session tags; null where none do.
  public @Nullable GetPrincipalTagAttributeMapResponse tagMap(Placed pool, String provider) {
    try (var snapshot = store.snapshot()) {
      return tagMaps.get(snapshot, pool.scope(), pool.id(), provider);
    }
  }

  public void setTagMap(Placed pool, String provider, GetPrincipalTagAttributeMapResponse map) {
    store.transact(
        Locks.of(pools.key(pool.scope(), pool.id())),
        transaction -> {
          existing(transaction, pool.scope(), pool.id());
          tagMaps.put(transaction, map, pool.scope(), pool.id(), provider);
          return map;
        });
  }

  private static Key place(String id) {
    return Key.of("cognito.identitypool-place", id);
  }
}
