package brume.cognito.identity.login;

import static brume.model.cognitoidentity.CognitoIdentityError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.identity.data.Identity;
import brume.cognito.identity.data.IdentityPools.Placed;
import brume.cognito.pool.Pool;
import brume.cognito.token.AccessTokens;
import brume.cognito.token.Issuer;
import brume.cognito.token.Jwt;
import brume.json.Json;
import brume.model.cognitoidentity.CognitoIdentityProvider;
import brume.service.Call;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Verifies the logins that requests carry: id tokens of the user pools that an identity pool
/// knows.
public final class Logins {
  private final Directory userPools;
  private final AccessTokens tokens;

  public Logins(Directory userPools) {
    this.userPools = userPools;
    this.tokens = new AccessTokens(userPools);
  }

  /// Throws `NotAuthorizedException` for a token that proves nothing to this pool.
  ///
  /// @param logins tokens by their providers
  public List<Proof> verify(Call call, Placed pool, @Nullable Map<String, String> logins) {
    var proofs = new ArrayList<Proof>();
    if (logins != null) {
      logins.forEach((provider, token) -> proofs.add(verify(call, pool, provider, token)));
    }
    return proofs;
  }

  private Proof verify(Call call, Placed pool, String provider, String token) {
    var known = pool.settings().cognitoIdentityProviders();
    var candidates =
        known == null
            ? List.<CognitoIdentityProvider>of()
            : known.stream().filter(each -> provider.equals(each.providerName())).toList();
    if (candidates.isEmpty()) {
      throw unsupported();
    }
    var userPool = userPool(call, provider, token);
    var claims = userPool == null ? null : tokens.idClaims(userPool, token, call.now());
    if (userPool == null || claims == null) {
      throw invalid(call, token);
    }
    var audience = text(claims, "aud");
    var trusted =
        candidates.stream()
            .filter(each -> audience.equals(each.clientId()))
            .findFirst()
            .orElseThrow(Logins::unsupported);
    if (Boolean.TRUE.equals(trusted.serverSideTokenCheck())) {
      requireLive(userPool, claims);
    }
    var subject = text(claims, "sub");
    return new Proof(
        new Identity.Login(provider, subject),
        audience,
        claims,
        List.of(provider, provider + ":CognitoSignIn:" + subject));
  }

  private @Nullable Pool userPool(Call call, String provider, String token) {
    var claimed = Jwt.claimed(token);
    var id = claimed == null ? null : Issuer.poolId(call.endpoint(), text(claimed, "iss"));
    var pool = id == null ? null : userPools.pools().find(id);
    return pool != null && pool.providerName().equals(provider) ? pool : null;
  }

  /// Whether the user is still there, and still signed in.
  private void requireLive(Pool pool, Json.Obj claims) {
    var user = userPools.users().find(pool, text(claims, "cognito:username"));
    var grant = text(claims, "origin_jti");
    boolean isLive =
        user != null
            && user.enabled()
            && (grant.isEmpty() || userPools.grants().find(pool, user.username(), grant) != null);
    if (!isLive) {
      throw NOT_AUTHORIZED_EXCEPTION.because(
          "Invalid login token. User is disabled, deleted or signed out.");
    }
  }

  private static ServiceException unsupported() {
    return NOT_AUTHORIZED_EXCEPTION.because(
        "Token is not from a supported provider of this identity pool.");
  }

  private static ServiceException invalid(Call call, String token) {
    var claims = Jwt.claimed(token);
    if (claims == null) {
      return NOT_AUTHORIZED_EXCEPTION.because(
          "Invalid login token. Not a valid OpenId Connect identity token.");
    }
    if (claims.get("exp") instanceof Json.Num(var expires)
        && expires.longValue() <= call.now().getEpochSecond()) {
      return NOT_AUTHORIZED_EXCEPTION.because(
          "Invalid login token. Token expired: %d >= %d"
              .formatted(call.now().getEpochSecond(), expires.longValue()));
    }
    return NOT_AUTHORIZED_EXCEPTION.because("Invalid login token. Token signature invalid.");
  }

  private static String text(Json.Obj claims, String name) {
    var value = claims.get(name);
    var text = value == null ? null : value.text();
    return text == null ? "" : text;
  }
}
