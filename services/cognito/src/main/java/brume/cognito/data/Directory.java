package brume.cognito.data;

import brume.base.Scope;
import brume.cognito.pool.Pool;
import brume.cognito.secret.Seal;
import brume.model.cognitoidp.UserPoolType;
import brume.store.Store;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.Objects;

/// All that user pools keep.
public record Directory(
    Pools pools,
    Clients clients,
    Domains domains,
    ResourceServers resourceServers,
    MfaConfigs mfa,
    Users users,
    Groups groups,
    Grants grants,
    SpentSessions spent,
    SigningKeys keys,
    Seal seal,
    Leftovers leftovers) {
  public static Directory of(Store store, Seal seal, SigningKeys keys) {
    var pools = new Pools(store);
    return new Directory(
        pools,
        new Clients(store, seal, pools),
        new Domains(store, pools),
        new ResourceServers(store, pools),
        new MfaConfigs(store, pools),
        new Users(store, seal),
        new Groups(store),
        new Grants(store),
        new SpentSessions(store),
        keys,
        seal,
        new Leftovers(store));
  }

  /// Deletes a pool and all that belongs to it.
  public void deletePool(Scope scope, String id) {
    pools.delete(
        scope,
        id,
        (transaction, pool) -> {
          clients.deleteAll(transaction, pool);
          resourceServers.deleteAll(transaction, pool);
          groups.deleteAll(transaction, pool);
          mfa.delete(transaction, pool);
        });
  }

  /// Deletes a user and all that it has.
  public void deleteUser(Pool pool, String username) {
    users.delete(
        pool,
        username,
        (transaction, user) -> {
          groups.forget(transaction, pool, username);
          grants.revokeAll(transaction, pool, username);
        });
  }

  /// Ends all sessions of a user: none of the tokens issued so far counts from now on.
  public void signOut(Pool pool, String username, Instant now) {
    users.change(
        pool,
        username,
        (transaction, user) -> {
          grants.revokeAll(transaction, pool, username);
          return user.toBuilder().signedOut(now).build();
        });
  }

  /// Makes a pool with its signing key.
  public Pool createPool(Scope scope, UserPoolType settings) {
    var key = keys.next();
    return pools.create(
        scope,
        settings,
        (transaction, pool) -> keys.put(transaction, Contents.of(pool, "signing-key"), key));
  }

  public RSAKey signingKey(Pool pool) {
    return Objects.requireNonNull(keys.find(Contents.of(pool, "signing-key")));
  }
}
