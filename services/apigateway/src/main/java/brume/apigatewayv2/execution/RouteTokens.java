package brume.apigatewayv2.execution;

import brume.apigateway.authorizer.Issuer;
import brume.apigateway.authorizer.TokenCheck;
import brume.apigateway.authorizer.Tokens;
import brume.apigatewayv2.rules.AuthorizerRules;
import brume.json.Json;
import brume.model.apigatewayv2.Authorizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Tokens of identity providers, as the JWT authorizers of HTTP APIs take them.
///
/// Source: API Gateway Developer Guide, "Control access to HTTP APIs with JWT authorizers".
final class RouteTokens {
  private static final String BEARER = "Bearer ";
  private static final List<String> SCOPE_CLAIMS = List.of("scope", "scp");

  private RouteTokens() {}

  static HttpAdmission admit(Tokens tokens, HttpExchange exchange, Authorizer authorizer) {
    var given = exchange.selected(AuthorizerRules.sources(authorizer).getFirst());
    if (given == null) {
      throw Denial.unauthorized().challenging("Bearer");
    }
    boolean bearer = given.regionMatches(true, 0, BEARER, 0, BEARER.length());
    var token = bearer ? given.substring(BEARER.length()).strip() : given;
    var configuration = Objects.requireNonNull(authorizer.jwtConfiguration());
    var issuer =
        Issuer.of(exchange.call().endpoint(), Objects.requireNonNull(configuration.issuer()));
    var claims =
        switch (tokens.check(exchange.call(), token, issuer)) {
          case TokenCheck.Valid(Json.Obj valid) -> valid;
          case TokenCheck.Invalid invalid -> throw refused("invalid_token", invalid.reason());
        };
    var audience = claims.get(claims.has("aud") ? "aud" : "client_id");
    var wanted = Objects.requireNonNullElse(configuration.audience(), List.<String>of());
    if (audience == null || audience.texts().stream().noneMatch(wanted::contains)) {
      throw refused("invalid_token", "the token is not for this audience");
    }
    var scopes = exchange.target().route().authorizationScopes();
    if (scopes == null || scopes.isEmpty()) {
      return new HttpAdmission.ByToken(claims, null);
    }
    var granted = granted(claims).stream().filter(scopes::contains).toList();
    if (granted.isEmpty()) {
      throw Denial.forbidden()
          .challenging(
              "Bearer scope=\"" + String.join(" ", scopes) + "\" error=\"insufficient_scope\"");
    }
    return new HttpAdmission.ByToken(claims, granted);
  }

  private static Denial refused(String error, String reason) {
    return Denial.unauthorized()
        .challenging(
            "Bearer scope=\"\" error=\"" + error + "\" error_description=\"" + reason + '"');
  }

  private static List<String> granted(Json.Obj claims) {
    var granted = new ArrayList<String>();
    for (var name : SCOPE_CLAIMS) {
      var value = claims.get(name);
      if (value != null) {
        value.texts().forEach(text -> granted.addAll(Arrays.asList(text.split(" "))));
      }
    }
    return granted;
  }
}
