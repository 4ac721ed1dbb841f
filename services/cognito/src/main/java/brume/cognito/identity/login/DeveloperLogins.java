package brume.cognito.identity.login;

import static brume.model.cognitoidentity.CognitoIdentityError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidentity.CognitoIdentityError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.cognito.identity.data.Identities;
import brume.cognito.identity.data.Identity;
import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.data.IdentityPools.Placed;
import brume.service.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Logins of users whom a developer signs in, and vouches for by a signed request.
///
/// Source: Amazon Cognito Developer Guide, "Developer-authenticated identities".
public final class DeveloperLogins {
  private static final Duration LONGEST = Duration.ofHours(24);

  private final IdentityDirectory directory;
  private final Vouching vouching;

  public DeveloperLogins(IdentityDirectory directory, Vouching vouching) {
    this.directory = directory;
    this.vouching = vouching;
  }

  public static String provider(Placed pool) {
    var provider = pool.settings().developerProviderName();
    if (provider == null) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Please provide a valid developer provider: the identity pool has none.");
    }
    return provider;
  }

  /// @param id of the identity that gets the login; null for the one that has it, or a new one
  public Identity identify(
      Call call, Placed pool, @Nullable String id, Map<String, String> logins) {
    var login = login(pool, logins);
    return id == null
        ? directory.identities().obtain(call, pool, List.of(login))
        : directory
            .identities()
            .change(pool, id, identity -> identity.with(List.of(login), call.now()));
  }

  private static Identity.Login login(Placed pool, Map<String, String> logins) {
    var provider = provider(pool);
    var name = logins.get(provider);
    if (name == null || logins.size() > 1) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Please provide the login of the developer provider " + provider + ", and no other.");
    }
    return new Identity.Login(provider, name);
  }

  public String token(
      Call call,
      Placed pool,
      Identity identity,
      Map<String, String> logins,
      Map<String, String> tags,
      Duration life) {
    if (life.compareTo(LONGEST) > 0) {
      throw INVALID_PARAMETER_EXCEPTION.because("TokenDuration is at most 86400 seconds");
    }
    var login = login(pool, logins);
    var methods =
        List.of(
            "authenticated",
            login.provider(),
            login.provider() + ':' + pool.id() + ':' + login.subject());
    return vouching.issue(call, new Identities.Found(pool, identity), methods, tags, life);
  }

  /// The id of the identity whom the developer knows by a name.
  public String owner(Placed pool, String provider, @Nullable String name) {
    var login = name == null ? null : new Identity.Login(provider, name);
    var owner = login == null ? null : directory.identities().ownerOf(pool, login);
    if (owner == null) {
      throw RESOURCE_NOT_FOUND_EXCEPTION.because("Developer user '" + name + "' not found.");
    }
    return owner;
  }

  /// The names by which the developer knows an identity.
  public List<String> names(Placed pool, String provider, String id) {
    var found = directory.identities().get(id);
    return found.identity().logins().stream()
        .filter(login -> login.provider().equals(provider) && found.pool().id().equals(pool.id()))
        .map(Identity.Login::subject)
        .toList();
  }
}
