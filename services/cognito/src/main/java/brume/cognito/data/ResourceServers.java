package brume.cognito.data;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.cognito.pool.Pool;
import brume.model.cognitoidp.ResourceServerScopeType;
import brume.model.cognitoidp.ResourceServerType;
import brume.service.record.Records;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The APIs that tokens of a pool may be for, and the scopes that each of them has.
public final class ResourceServers {
  /// Of one pool. Source: Amazon Cognito Developer Guide, "Quotas".
  static final int MAX_SERVERS = 25;

  private final Store store;
  private final Pools pools;
  private final Records<ResourceServerType> records =
      new Records<>("cognito.resource-server", ResourceServerType.SHAPE);

  ResourceServers(Store store, Pools pools) {
    this.store = store;
    this.pools = pools;
  }

  public ResourceServerType get(Pool pool, String identifier) {
    try (var snapshot = store.snapshot()) {
      return existing(snapshot, pool, identifier);
    }
  }

  private ResourceServerType existing(Reader reader, Pool pool, String identifier) {
    var server = records.get(reader, pool.scope(), pool.id(), identifier);
    if (server == null) {
      throw RESOURCE_NOT_FOUND_EXCEPTION.because("Resource server does not exist.");
    }
    return server;
  }

  public ResourceServerType create(Pool pool, ResourceServerType server) {
    var identifier = Objects.requireNonNull(server.identifier());
    return store.transact(
        pools.lock(pool.scope(), pool.id()),
        transaction -> {
          if (pools.find(transaction, pool.id()) == null) {
            throw Pools.notFound(pool.id());
          }
          if (records.has(transaction, pool.scope(), pool.id(), identifier)) {
            throw INVALID_PARAMETER_EXCEPTION.because(
                identifier + " already exists in user pool " + pool.id() + '.');
          }
          if (records.all(transaction, pool.scope(), pool.id()).size() >= MAX_SERVERS) {
            throw LIMIT_EXCEEDED_EXCEPTION.because(
                "The number of resource servers exceeds the limit of " + MAX_SERVERS);
          }
          records.put(transaction, server, pool.scope(), pool.id(), identifier);
          return server;
        });
  }

  /// Puts a server in place of the one with its identifier.
  public ResourceServerType replace(Pool pool, ResourceServerType server) {
    var identifier = Objects.requireNonNull(server.identifier());
    return store.transact(
        pools.lock(pool.scope(), pool.id()),
        transaction -> {
          existing(transaction, pool, identifier);
          records.put(transaction, server, pool.scope(), pool.id(), identifier);
          return server;
        });
  }

  public void delete(Pool pool, String identifier) {
    store.transact(
        pools.lock(pool.scope(), pool.id()),
        transaction -> {
          existing(transaction, pool, identifier);
          records.delete(transaction, pool.scope(), pool.id(), identifier);
          return identifier;
        });
  }

  void deleteAll(Transaction transaction, Pool pool) {
    for (var server : records.all(transaction, pool.scope(), pool.id())) {
      var identifier = Objects.requireNonNull(server.identifier());
      records.delete(transaction, pool.scope(), pool.id(), identifier);
    }
  }

  public Records.Page<ResourceServerType> list(Pool pool, @Nullable String token, int limit) {
    try (var snapshot = store.snapshot()) {
      return records.page(snapshot, pool.scope(), token, limit, pool.id());
    }
  }

  /// All scopes of the pool's servers, as requests write them: `identifier/scope`.
  public Set<String> scopes(Pool pool) {
    var scopes = new TreeSet<String>();
    for (var server : list(pool, null, MAX_SERVERS).items()) {
      for (var scope : scopes(server)) {
        scopes.add(server.identifier() + '/' + scope.scopeName());
      }
    }
    return scopes;
  }

  private static List<ResourceServerScopeType> scopes(ResourceServerType server) {
    return server.scopes() == null ? List.of() : server.scopes();
  }
}
