package brume.cognito.login;

import brume.cognito.data.Directory;
import brume.cognito.pool.Pool;
import brume.cognito.user.User;
import brume.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who is signed in at the pages of a pool, as the cookie `cognito` says, which browsers cannot
/// make up.
///
/// Source: Amazon Cognito Developer Guide, "Managed login session duration".
final class LoginSessions {
  static final String COOKIE = "cognito";
  static final Duration VALIDITY = Duration.ofHours(1);

  private final Directory directory;

  LoginSessions(Directory directory) {
    this.directory = directory;
  }

  /// @param authenticated when the user proved who they are
  record SignedIn(User user, Instant authenticated) {}

  String open(Pool pool, User user, Instant now) {
    var content =
        Json.object(
            "user", Json.of(user.username()),
            "sub", Json.of(user.sub()),
            "authenticated", Json.of(now.toString()));
    return directory.seal().closeText(purpose(pool), content.print());
  }

  /// Null where nobody is, or no longer: since an hour is over, or the user signed out or may not
  /// sign in any more.
  @Nullable SignedIn find(Visit visit) {
    var cookie = visit.cookie(COOKIE);
    var text = cookie == null ? null : directory.seal().openText(purpose(visit.pool()), cookie);
    if (text == null) {
      return null;
    }
    var json = (Json.Obj) Json.parse(text);
    var authenticated = Instant.parse(text(json, "authenticated"));
    var user = directory.users().find(visit.pool(), text(json, "user"));
    boolean isLive =
        user != null
            && user.enabled()
            && user.sub().equals(text(json, "sub"))
            && visit.call().now().isBefore(authenticated.plus(VALIDITY))
            && (user.signedOut() == null || authenticated.isAfter(user.signedOut()));
    return user == null || !isLive ? null : new SignedIn(user, authenticated);
  }

  private static String text(Json.Obj json, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(json.get(name)).text());
  }

  private static String purpose(Pool pool) {
    return "login " + pool.id();
  }
}
