package brume.cognito.identity.data;

import static brume.model.cognitoidentity.CognitoIdentityError.DEVELOPER_USER_ALREADY_REGISTERED_EXCEPTION;
import static brume.model.cognitoidentity.CognitoIdentityError.NOT_AUTHORIZED_EXCEPTION;
import static brume.model.cognitoidentity.CognitoIdentityError.RESOURCE_CONFLICT_EXCEPTION;
import static brume.model.cognitoidentity.CognitoIdentityError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Bytes;
import brume.cognito.identity.data.IdentityPools.Placed;
import brume.json.Json;
import brume.service.Call;
import brume.shape.ServiceException;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The identities of all pools, found by their ids and by their logins.
public final class Identities {
  private final Store store;
  private final IdentityPools pools;

  Identities(Store store, IdentityPools pools) {
    this.store = store;
    this.pools = pools;
  }

  /// An identity and its pool.
  public record Found(Placed pool, Identity identity) {}

  /// A part of a listing.
  ///
  /// @param next the id after which the next part begins; null at the end
  public record Page(List<Identity> identities, @Nullable String next) {}

  /// Throws `ResourceNotFoundException` when there is none.
  public Found get(String id) {
    var found = find(id);
    if (found == null) {
      throw notFound(id);
    }
    return found;
  }

  /// Null when there is none.
  public @Nullable Found find(String id) {
    try (var snapshot = store.snapshot()) {
      var place = snapshot.get(place(id).bytes());
      var pool = place == null ? null : pools.find(Bytes.wrap(place).toUtf8());
      var identity = pool == null ? null : read(snapshot, pool, id);
      return pool == null || identity == null ? null : new Found(pool, identity);
    }
  }

  private static ServiceException notFound(String id) {
    return RESOURCE_NOT_FOUND_EXCEPTION.because("Identity '" + id + "' not found.");
  }

  /// The identity of the logins, made when none has one of them.
  ///
  /// Throws `ResourceConflictException` when they belong to several.
  public Identity obtain(Call call, Placed pool, Collection<Identity.Login> logins) {
    return store.transact(
        lock(pool),
        transaction -> {
          var owners = owners(transaction, pool, logins);
          if (owners.size() > 1) {
            throw RESOURCE_CONFLICT_EXCEPTION.because("Logins are of several identities.");
          }
          var identity =
              owners.isEmpty()
                  ? fresh(call, pool, logins)
                  : existing(transaction, pool, owners.getFirst()).with(logins, call.now());
          put(transaction, pool, identity);
          return identity;
        });
  }

  private static Identity fresh(Call call, Placed pool, Collection<Identity.Login> logins) {
    var id = pool.scope().region() + ':' + call.ids().uuid();
    return new Identity(id, call.now(), call.now(), new LinkedHashSet<>(logins));
  }

  /// Adds logins to an identity.
  ///
  /// Throws `NotAuthorizedException` when one of them is another's.
  public Identity link(Call call, Placed pool, String id, Collection<Identity.Login> logins) {
    return store.transact(
        lock(pool),
        transaction -> {
          var identity = existing(transaction, pool, id);
          boolean isNew = identity.logins().isEmpty();
          boolean isKnown = logins.stream().anyMatch(identity.logins()::contains);
          for (var owner : owners(transaction, pool, logins)) {
            if (!owner.equals(id)) {
              throw mismatch();
            }
          }
          if (!isNew && !isKnown) {
            throw mismatch();
          }
          var linked = identity.with(logins, call.now());
          put(transaction, pool, linked);
          return linked;
        });
  }

  private static ServiceException mismatch() {
    return NOT_AUTHORIZED_EXCEPTION.because(
        "Logins don't match. Please include at least one valid login for this identity or identity"
            + " pool.");
  }

  /// Changes the logins of an identity.
  ///
  /// Throws `DeveloperUserAlreadyRegisteredException` when another has one of them.
  public Identity change(Placed pool, String id, UnaryOperator<Identity> change) {
    return store.transact(
        lock(pool),
        transaction -> {
          var before = existing(transaction, pool, id);
          before.logins().forEach(login -> transaction.delete(login(pool, login).bytes()));
          var after = change.apply(before);
          if (!owners(transaction, pool, after.logins()).isEmpty()) {
            throw DEVELOPER_USER_ALREADY_REGISTERED_EXCEPTION.because(
                "A login is of another identity already.");
          }
          put(transaction, pool, after);
          return after;
        });
  }

  /// False when there is none.
  public boolean delete(Placed pool, String id) {
    return store.transact(
        lock(pool),
        transaction -> {
          var identity = read(transaction, pool, id);
          if (identity == null) {
            return false;
          }
          identity.logins().forEach(login -> transaction.delete(login(pool, login).bytes()));
          transaction.delete(key(pool, id).bytes());
          transaction.delete(place(id).bytes());
          return true;
        });
  }

  /// The id of the identity with a login; null when nobody has it.
  public @Nullable String ownerOf(Placed pool, Identity.Login login) {
    try (var snapshot = store.snapshot()) {
      var owners = owners(snapshot, pool, List.of(login));
      return owners.isEmpty() ? null : owners.getFirst();
    }
  }

  public Page list(Placed pool, @Nullable String after, int limit) {
    var all = root(pool).then("identity");
    KeyRange range = after == null ? all.children() : all.children().after(all.then(after));
    var identities = new ArrayList<Identity>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (cursor.next()) {
        if (identities.size() == limit) {
          return new Page(identities, identities.getLast().id());
        }
        identities.add(decode(cursor.value()));
      }
    }
    return new Page(identities, null);
  }

  private static List<String> owners(
      Reader reader, Placed pool, Collection<Identity.Login> logins) {
    var owners = new LinkedHashSet<String>();
    for (var login : logins) {
      var stored = reader.get(login(pool, login).bytes());
      if (stored != null) {
        owners.add(Bytes.wrap(stored).toUtf8());
      }
    }
    return List.copyOf(owners);
  }

  private static Identity existing(Reader reader, Placed pool, String id) {
    var identity = read(reader, pool, id);
    if (identity == null) {
      throw notFound(id);
    }
    return identity;
  }

  private static @Nullable Identity read(Reader reader, Placed pool, String id) {
    var stored = reader.get(key(pool, id).bytes());
    return stored == null ? null : decode(stored);
  }

  private static Identity decode(byte[] stored) {
    return Identity.of((Json.Obj) Json.parse(Bytes.wrap(stored).toUtf8()));
  }

  private static void put(Transaction transaction, Placed pool, Identity identity) {
    var text = Bytes.utf8(identity.json().print());
    transaction.put(key(pool, identity.id()).bytes(), text.shared());
    transaction.put(place(identity.id()).bytes(), Bytes.utf8(pool.id()).shared());
    for (var login : identity.logins()) {
      transaction.put(login(pool, login).bytes(), Bytes.utf8(identity.id()).shared());
    }
  }

  private static Locks lock(Placed pool) {
    return Locks.of(root(pool));
  }

  static Key root(Placed pool) {
    return Key.of(pool.scope().account(), pool.scope().region(), "cognito.identities", pool.id());
  }

  private static Key key(Placed pool, String id) {
    return root(pool).then("identity", id);
  }

  private static Key login(Placed pool, Identity.Login login) {
    return root(pool).then("login", login.provider(), login.subject());
  }

  private static Key place(String id) {
    return Key.of("cognito.identity-place", id);
  }
}
