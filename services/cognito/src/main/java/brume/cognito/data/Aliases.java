package brume.cognito.data;

import static brume.model.cognitoidp.CognitoIdentityProviderError.ALIAS_EXISTS_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USERNAME_EXISTS_EXCEPTION;

import brume.base.Bytes;
import brume.cognito.pool.Pool;
import brume.cognito.pool.SignInNames;
import brume.cognito.user.User;
import brume.shape.ServiceException;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Transaction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What users are found by beside their usernames. Each belongs to one user of a pool.
final class Aliases {
  private static final List<String> ATTRIBUTES =
      List.of("email", "phone_number", "preferred_username");

  private Aliases() {}

  static Map<String, String> of(Pool pool, User user) {
    return new SignInNames(pool).aliases(user.attributes());
  }

  /// The username of whoever is found by a name; null when nobody is.
  static @Nullable String owner(Reader reader, Pool pool, String name) {
    for (var attribute : ATTRIBUTES) {
      var owner = owner(reader, key(pool, attribute, pool.fold(name)));
      if (owner != null) {
        return owner;
      }
    }
    return null;
  }

  private static @Nullable String owner(Reader reader, Key key) {
    var stored = reader.get(key.bytes());
    return stored == null ? null : Bytes.wrap(stored).toUtf8();
  }

  /// @param before the user as it was; null for a new one
  static void claim(Transaction transaction, Pool pool, User user, @Nullable User before) {
    var username = pool.fold(user.username());
    for (var alias : of(pool, user).entrySet()) {
      var key = key(pool, alias.getKey(), alias.getValue());
      var owner = owner(transaction, key);
      if (owner != null && !owner.equals(username)) {
        throw taken(pool, alias.getKey(), before);
      }
      transaction.put(key.bytes(), Bytes.utf8(username).shared());
    }
  }

  private static ServiceException taken(Pool pool, String attribute, @Nullable User before) {
    var text = "An account with the given " + attribute + " already exists.";
    boolean isName = pool.usernameAttributes().contains(attribute);
    return isName && before == null
        ? USERNAME_EXISTS_EXCEPTION.because(text)
        : ALIAS_EXISTS_EXCEPTION.because(text);
  }

  static void release(Transaction transaction, Pool pool, User user) {
    of(pool, user).forEach((name, value) -> transaction.delete(key(pool, name, value).bytes()));
  }

  /// What transactions lock that decide on any of a pool's.
  static Key lock(Pool pool) {
    return Contents.of(pool, "alias");
  }

  private static Key key(Pool pool, String attribute, String value) {
    return Contents.of(pool, "alias", attribute, value);
  }
}
