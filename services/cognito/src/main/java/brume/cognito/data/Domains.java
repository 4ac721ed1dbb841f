package brume.cognito.data;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.pool.Domain;
import brume.cognito.pool.Pool;
import brume.json.Json;
import brume.shape.ServiceException;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The domains of all pools: one at most of a pool, and of a region's pools no two alike, whatever
/// accounts they are in.
public final class Domains {
  private final Store store;
  private final Pools pools;

  Domains(Store store, Pools pools) {
    this.store = store;
    this.pools = pools;
  }

  public @Nullable Domain find(String region, String prefix) {
    try (var snapshot = store.snapshot()) {
      return find(snapshot, region, prefix);
    }
  }

  private @Nullable Domain find(Reader reader, String region, String prefix) {
    var stored = reader.get(key(region, prefix).bytes());
    if (stored == null) {
      return null;
    }
    var json = Contents.json(stored);
    var pool = pools.find(reader, text(json, "pool"));
    return pool == null ? null : new Domain(pool, prefix, Integer.parseInt(text(json, "version")));
  }

  /// The domain of a pool; null when it has none.
  public @Nullable Domain of(Pool pool) {
    var prefix = pool.settings().domain();
    return prefix == null ? null : find(pool.scope().region(), prefix);
  }

  public Domain create(Pool pool, String prefix, int version, Instant now) {
    return store.transact(
        locks(pool, prefix),
        transaction -> {
          if (find(transaction, pool.scope().region(), prefix) != null) {
            throw INVALID_PARAMETER_EXCEPTION.because(
                "Domain already associated with another user pool.");
          }
          var current = existing(transaction, pool);
          if (current.settings().domain() != null) {
            throw INVALID_PARAMETER_EXCEPTION.because("User pool already has a domain configured.");
          }
          return put(transaction, new Domain(named(current, prefix, now), prefix, version));
        });
  }

  /// Throws `InvalidParameterException` when the pool has no such domain.
  public Domain change(Pool pool, String prefix, int version) {
    return store.transact(
        locks(pool, prefix),
        transaction -> {
          var current = existing(transaction, pool);
          requireOf(current, prefix);
          return put(transaction, new Domain(current, prefix, version));
        });
  }

  public void delete(Pool pool, String prefix, Instant now) {
    store.transact(
        locks(pool, prefix),
        transaction -> {
          var current = existing(transaction, pool);
          requireOf(current, prefix);
          pools.put(transaction, named(current, null, now));
          transaction.delete(key(pool.scope().region(), prefix).bytes());
          return prefix;
        });
  }

  private Pool existing(Reader reader, Pool pool) {
    var current = pools.find(reader, pool.id());
    if (current == null) {
      throw Pools.notFound(pool.id());
    }
    return current;
  }

  private static void requireOf(Pool pool, String prefix) {
    if (!prefix.equals(pool.settings().domain())) {
      throw none();
    }
  }

  private static ServiceException none() {
    return INVALID_PARAMETER_EXCEPTION.because("No such domain or user pool exists.");
  }

  private static Pool named(Pool pool, @Nullable String prefix, Instant now) {
    var settings = pool.settings().toBuilder().domain(prefix).lastModifiedDate(now).build();
    return new Pool(pool.scope(), settings);
  }

  private Domain put(Transaction transaction, Domain domain) {
    pools.put(transaction, domain.pool());
    var content =
        Json.object("pool", Json.of(domain.pool().id()), "version", Json.of(domain.version()));
    var key = key(domain.pool().scope().region(), domain.prefix());
    transaction.put(key.bytes(), Contents.bytes(content));
    return domain;
  }

  private Locks locks(Pool pool, String prefix) {
    var names = new ArrayList<>(pools.lock(pool.scope(), pool.id()).names());
    names.add(key(pool.scope().region(), prefix).bytes());
    return new Locks(names);
  }

  private static String text(Json.Obj json, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(json.get(name)).text());
  }

  private static Key key(String region, String prefix) {
    return Key.of("cognito.domain", region, prefix);
  }
}
