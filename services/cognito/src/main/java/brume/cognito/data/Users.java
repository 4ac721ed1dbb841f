package brume.cognito.data;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USERNAME_EXISTS_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USER_NOT_FOUND_EXCEPTION;

import brume.base.Bytes;
import brume.cognito.pool.Pool;
import brume.cognito.secret.Seal;
import brume.cognito.user.User;
import brume.cognito.user.UserText;
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
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The users of all pools, sealed, and the names by which they are found.
public final class Users {
  private static final String PURPOSE = "user";

  private final Store store;
  private final Seal seal;

  Users(Store store, Seal seal) {
    this.store = store;
    this.seal = seal;
  }

  /// What becomes of a user, and whether the caller is refused all the same.
  public record Outcome(User user, @Nullable ServiceException refusal) {
    public static Outcome of(User user) {
      return new Outcome(user, null);
    }
  }

  /// The user of a name or alias; null when there is none.
  public @Nullable User find(Pool pool, String name) {
    try (var snapshot = store.snapshot()) {
      return find(snapshot, pool, name);
    }
  }

  @Nullable User find(Reader reader, Pool pool, String name) {
    var user = read(reader, pool, name);
    if (user != null) {
      return user;
    }
    var owner = Aliases.owner(reader, pool, name);
    return owner == null ? null : read(reader, pool, owner);
  }

  /// Throws `UserNotFoundException` when there is none.
  public User get(Pool pool, String name) {
    var user = find(pool, name);
    if (user == null) {
      throw notFound();
    }
    return user;
  }

  public static ServiceException notFound() {
    return USER_NOT_FOUND_EXCEPTION.because("User does not exist.");
  }

  /// @param more what else is written with the new user, such as the mail that is owed
  public User create(Pool pool, User user, Consumer<Transaction> more) {
    return store.transact(
        Locks.of(Aliases.lock(pool), key(pool, user.username())),
        transaction -> {
          if (read(transaction, pool, user.username()) != null) {
            throw USERNAME_EXISTS_EXCEPTION.because("User already exists");
          }
          Aliases.claim(transaction, pool, user, null);
          write(transaction, pool, user);
          more.accept(transaction);
          return user;
        });
  }

  /// Changes a user whose aliases stay.
  public User change(Pool pool, String username, BiFunction<Transaction, User, User> change) {
    return store.transact(
        Locks.of(key(pool, username)),
        transaction -> {
          var before = existing(transaction, pool, username);
          var after = change.apply(transaction, before);
          if (!Aliases.of(pool, after).equals(Aliases.of(pool, before))) {
            throw new IllegalStateException("Aliases change under the lock of names only");
          }
          write(transaction, pool, after);
          return after;
        });
  }

  /// Changes a user and, maybe, the aliases by which it is found.
  ///
  /// Throws `AliasExistsException` when another has one of them.
  public User changeNames(Pool pool, String username, BiFunction<Transaction, User, User> change) {
    return store.transact(
        Locks.of(Aliases.lock(pool), key(pool, username)),
        transaction -> {
          var before = existing(transaction, pool, username);
          return replace(transaction, pool, before, change.apply(transaction, before));
        });
  }

  /// Changes a user, then refuses the caller if so decided: a wrong answer counts.
  public User settle(Pool pool, String username, Function<User, Outcome> decide) {
    var outcome =
        store.transact(
            Locks.of(Aliases.lock(pool), key(pool, username)),
            transaction -> {
              var before = existing(transaction, pool, username);
              var decided = decide.apply(before);
              replace(transaction, pool, before, decided.user);
              return decided;
            });
    if (outcome.refusal != null) {
      throw outcome.refusal;
    }
    return outcome.user;
  }

  private User replace(Transaction transaction, Pool pool, User before, User after) {
    Aliases.release(transaction, pool, before);
    Aliases.claim(transaction, pool, after, before);
    write(transaction, pool, after);
    return after;
  }

  /// @param more what else goes with the user
  public void delete(Pool pool, String username, BiConsumer<Transaction, User> more) {
    store.transact(
        Locks.of(Aliases.lock(pool), key(pool, username)),
        transaction -> {
          var user = existing(transaction, pool, username);
          Aliases.release(transaction, pool, user);
          transaction.delete(key(pool, username).bytes());
          more.accept(transaction, user);
          return user;
        });
  }

  /// A part of a listing.
  ///
  /// @param next where the next part begins; null at the end
  public record Page(List<User> users, @Nullable String next) {}

  /// Up to `limit` users whom `filter` takes, in the order of their names.
  ///
  /// @param token the [Page#next] of the part before
  public Page list(Pool pool, Predicate<User> filter, @Nullable String token, int limit) {
    var all = all(pool);
    var range = token == null ? all.children() : all.children().after(all.then(name(token)));
    var users = new ArrayList<User>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (cursor.next()) {
        var user = open(cursor.value());
        if (filter.test(user)) {
          if (users.size() == limit) {
            return new Page(users, token(pool, users.getLast()));
          }
          users.add(user);
        }
      }
    }
    return new Page(users, null);
  }

  private static String token(Pool pool, User last) {
    return Bytes.utf8(pool.fold(last.username())).toBase64();
  }

  private static String name(String token) {
    try {
      return Bytes.fromBase64(token).toUtf8();
    } catch (IllegalArgumentException notBase64) {
      throw INVALID_PARAMETER_EXCEPTION.because("Invalid pagination token given.");
    }
  }

  public int count(Pool pool) {
    int count = 0;
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(all(pool).children())) {
      while (cursor.next()) {
        count++;
      }
    }
    return count;
  }

  private User existing(Reader reader, Pool pool, String username) {
    var user = read(reader, pool, username);
    if (user == null) {
      throw notFound();
    }
    return user;
  }

  private @Nullable User read(Reader reader, Pool pool, String username) {
    var stored = reader.get(key(pool, username).bytes());
    return stored == null ? null : open(stored);
  }

  User open(byte[] stored) {
    var text = Objects.requireNonNull(seal.open(PURPOSE, stored), "Another key sealed this user");
    return UserText.read(Bytes.wrap(text).toUtf8());
  }

  private void write(Transaction transaction, Pool pool, User user) {
    var text = Bytes.utf8(UserText.write(user)).shared();
    transaction.put(key(pool, user.username()).bytes(), seal.close(PURPOSE, text));
  }

  static Key all(Pool pool) {
    return Contents.of(pool, "user");
  }

  static Key key(Pool pool, String username) {
    return Contents.of(pool, "user", pool.fold(username));
  }
}
