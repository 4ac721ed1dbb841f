package brume.cognito.login;

import brume.cognito.pool.Scopes;
import brume.cognito.token.AccessTokens;
import brume.http.Response;
import brume.json.Json;
import brume.shape.ServiceException;
import java.util.LinkedHashMap;

/// Tells the attributes of whoever holds an access token, as its scopes let them be seen.
///
/// Source: Amazon Cognito Developer Guide, "The userInfo endpoint".
final class UserInfo {
  private static final String BEARER = "bearer ";

  private final AccessTokens tokens;

  UserInfo(AccessTokens tokens) {
    this.tokens = tokens;
  }

  Response of(Visit visit) {
    var header = visit.request().headers().first("authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return refused(400, "invalid_request", "Bad OAuth2 request at UserInfo Endpoint");
    }
    try {
      var bearer = tokens.bearer(visit.call(), header.substring(BEARER.length()).strip());
      if (!bearer.pool().id().equals(visit.pool().id())) {
        return refused(401, "invalid_token", "Access token does not belong to the user pool");
      }
      if (!bearer.scopes().contains(Scopes.OPENID)) {
        return refused(401, "invalid_token", "Access token does not contain openid scope");
      }
      var claims = new LinkedHashMap<String, Json>();
      claims.put("sub", Json.of(bearer.user().sub()));
      bearer
          .user()
          .attributes()
          .forEach(
              (name, value) -> {
                if (bearer.client().reads(name) && Scopes.show(bearer.scopes(), name)) {
                  claims.put(name, Json.of(value));
                }
              });
      claims.put("username", Json.of(bearer.user().username()));
      return LoginSite.json(200, new Json.Obj(claims));
    } catch (ServiceException refusal) {
      return refused(
          401,
          "invalid_token",
          "Access token is expired, disabled, or deleted, or the user has globally signed out.");
    }
  }

  private static Response refused(int status, String error, String description) {
    var answer = Json.object("error", Json.of(error), "error_description", Json.of(description));
    return LoginSite.json(status, answer)
        .with(
            "WWW-Authenticate",
            "error=\"" + error + "\", error_description=\"" + description + '"');
  }
}
