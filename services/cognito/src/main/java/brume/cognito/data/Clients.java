package brume.cognito.data;

import static brume.model.cognitoidp.CognitoIdentityProviderError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Bytes;
import brume.cognito.pool.Client;
import brume.cognito.pool.Pool;
import brume.cognito.secret.Seal;
import brume.model.cognitoidp.UserPoolClientType;
import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The app clients of all pools. Their secrets are sealed.
public final class Clients {
  /// Of one pool. Source: Amazon Cognito Developer Guide, "Quotas".
  static final int MAX_CLIENTS = 1000;

  private static final String SECRET = "client-secret";

  private final Store store;
  private final Seal seal;
  private final Pools pools;
  private final Records<UserPoolClientType> records =
      new Records<>("cognito.client", UserPoolClientType.SHAPE);

  Clients(Store store, Seal seal, Pools pools) {
    this.store = store;
    this.seal = seal;
    this.pools = pools;
  }

  /// The client that an unsigned request names, of whichever pool.
  ///
  /// Throws `ResourceNotFoundException` when there is none.
  public Client get(String id) {
    try (var snapshot = store.snapshot()) {
      var place = snapshot.get(place(id).bytes());
      var pool = place == null ? null : pools.find(snapshot, Bytes.wrap(place).toUtf8());
      var client = pool == null ? null : find(snapshot, pool, id);
      if (client == null) {
        throw notFound(id);
      }
      return client;
    }
  }

  public Client get(Pool pool, String id) {
    try (var snapshot = store.snapshot()) {
      return existing(snapshot, pool, id);
    }
  }

  private Client existing(Reader reader, Pool pool, String id) {
    var client = find(reader, pool, id);
    if (client == null) {
      throw notFound(id);
    }
    return client;
  }

  private @Nullable Client find(Reader reader, Pool pool, String id) {
    var stored = records.get(reader, pool.scope(), pool.id(), id);
    return stored == null ? null : new Client(pool, opened(stored));
  }

  private static ServiceException notFound(String id) {
    return RESOURCE_NOT_FOUND_EXCEPTION.because("User pool client " + id + " does not exist.");
  }

  public Client create(Pool pool, UserPoolClientType settings) {
    return store.transact(
        pools.lock(pool.scope(), pool.id()),
        transaction -> {
          if (pools.find(transaction, pool.id()) == null) {
            throw Pools.notFound(pool.id());
          }
          if (records.all(transaction, pool.scope(), pool.id()).size() >= MAX_CLIENTS) {
            throw LIMIT_EXCEEDED_EXCEPTION.because(
                "The number of app clients exceeds the limit of " + MAX_CLIENTS);
          }
          var client = new Client(pool, settings);
          put(transaction, client);
          transaction.put(place(client.id()).bytes(), Bytes.utf8(pool.id()).shared());
          return client;
        });
  }

  public Client change(Pool pool, String id, UnaryOperator<UserPoolClientType> change) {
    return store.transact(
        Locks.of(records.key(pool.scope(), pool.id(), id)),
        transaction -> {
          var changed = change.apply(existing(transaction, pool, id).settings());
          var client = new Client(pool, changed);
          put(transaction, client);
          return client;
        });
  }

  public void delete(Pool pool, String id) {
    store.transact(
        Locks.of(records.key(pool.scope(), pool.id(), id)),
        transaction -> {
          var client = existing(transaction, pool, id);
          remove(transaction, pool, id);
          return client;
        });
  }

  void deleteAll(Transaction transaction, Pool pool) {
    for (var client : records.all(transaction, pool.scope(), pool.id())) {
      remove(transaction, pool, Objects.requireNonNull(client.clientId()));
    }
  }

  private void remove(Transaction transaction, Pool pool, String id) {
    records.delete(transaction, pool.scope(), pool.id(), id);
    transaction.delete(place(id).bytes());
  }

  /// Without their secrets, which a listing does not show.
  public Records.Page<UserPoolClientType> list(Pool pool, @Nullable String token, int limit) {
    try (var snapshot = store.snapshot()) {
      return records.page(snapshot, pool.scope(), token, limit, pool.id());
    }
  }

  private void put(Transaction transaction, Client client) {
    var secret = client.secret();
    var settings = client.settings();
    var sealed =
        secret == null
            ? settings
            : settings.toBuilder()
                .clientSecret(seal.closeText(SECRET + client.id(), secret))
                .build();
    records.put(transaction, sealed, client.pool().scope(), client.pool().id(), client.id());
  }

  private UserPoolClientType opened(UserPoolClientType stored) {
    var secret = stored.clientSecret();
    return secret == null
        ? stored
        : stored.toBuilder()
            .clientSecret(seal.openText(SECRET + stored.clientId(), secret))
            .build();
  }

  private static Key place(String id) {
    return Key.of("cognito.client-place", id);
  }
}
