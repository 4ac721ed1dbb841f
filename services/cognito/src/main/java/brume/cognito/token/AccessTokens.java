package brume.cognito.token;

import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.pool.Pool;
import brume.cognito.user.User;
import brume.json.Json;
import brume.service.Call;
import brume.shape.ServiceException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Verifies tokens that pools issued.
public final class AccessTokens {
  private final Directory directory;

  public AccessTokens(Directory directory) {
    this.directory = directory;
  }

  /// Who holds an access token with which they may change what is their own.
  ///
  /// Throws `NotAuthorizedException` when it is none, or no longer.
  public Bearer owner(Call call, String token) {
    var bearer = bearer(call, token);
    if (!bearer.scopes().contains(Tokens.ADMIN_SCOPE)) {
      throw NOT_AUTHORIZED_EXCEPTION.because("Access Token does not have required scopes");
    }
    return bearer;
  }

  public Bearer bearer(Call call, String token) {
    var pool = pool(call, token);
    var claims = pool == null ? null : Jwt.verified(directory.signingKey(pool), token);
    if (pool == null || claims == null || !"access".equals(text(claims, "token_use"))) {
      throw NOT_AUTHORIZED_EXCEPTION.because("Invalid Access Token");
    }
    if (!call.now().isBefore(time(claims, "exp"))) {
      throw NOT_AUTHORIZED_EXCEPTION.because("Access Token has expired");
    }
    var user = directory.users().get(pool, text(claims, "username"));
    requireLive(pool, user, claims);
    return new Bearer(
        pool,
        directory.clients().get(pool, text(claims, "client_id")),
        user,
        claims.has("origin_jti") ? text(claims, "origin_jti") : null,
        List.of(text(claims, "scope").split(" ")));
  }

  private void requireLive(Pool pool, User user, Json.Obj claims) {
    if (!user.enabled()) {
      throw NOT_AUTHORIZED_EXCEPTION.because("User is disabled.");
    }
    boolean isLive =
        claims.has("origin_jti")
            ? directory.grants().find(pool, user.username(), text(claims, "origin_jti")) != null
            : user.signedOut() == null || time(claims, "iat").isAfter(user.signedOut());
    if (!isLive || !user.sub().equals(text(claims, "sub"))) {
      throw revoked();
    }
  }

  private static ServiceException revoked() {
    return NOT_AUTHORIZED_EXCEPTION.because("Access Token has been revoked");
  }

  /// The claims of an id token of `pool`; null when it is none, or no longer.
  public Json.@Nullable Obj idClaims(Pool pool, String token, Instant now) {
    var claims = Jwt.verified(directory.signingKey(pool), token);
    boolean isValid =
        claims != null
            && "id".equals(text(claims, "token_use"))
            && now.isBefore(time(claims, "exp"));
    return isValid ? claims : null;
  }

  private @Nullable Pool pool(Call call, String token) {
    var claims = Jwt.claimed(token);
    var id = claims == null ? null : Issuer.poolId(call.endpoint(), text(claims, "iss"));
    return id == null ? null : directory.pools().find(id);
  }

  private static Instant time(Json.Obj claims, String name) {
    return claims.get(name) instanceof Json.Num(var seconds)
        ? Instant.ofEpochSecond(seconds.longValue())
        : Instant.EPOCH;
  }

  private static String text(Json.Obj claims, String name) {
    var value = claims.get(name);
    var text = value == null ? null : value.text();
    return text == null ? "" : text;
  }
}
