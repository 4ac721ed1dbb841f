package brume.apigateway.execution;

import brume.apigateway.authorizer.Issuer;
import brume.apigateway.authorizer.TokenCheck;
import brume.apigateway.authorizer.Tokens;
import brume.apigateway.rest.ResponseType;
import brume.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// Tokens of user pools, as the authorizers of REST APIs take them.
///
/// Source: API Gateway Developer Guide, "Control access to REST APIs using Amazon Cognito user
/// pools as an authorizer".
final class PoolTokens {
  private static final String BEARER = "Bearer ";
  private static final List<String> MOMENTS = List.of("exp", "iat");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private PoolTokens() {}

  static Admission admit(Tokens tokens, Exchange exchange, RestGuard.Pools guard) {
    var given = guard.source().value(exchange);
    if (given == null) {
      throw Doorkeeper.unauthorized();
    }
    boolean bearer = given.regionMatches(true, 0, BEARER, 0, BEARER.length());
    var claims =
        verified(tokens, exchange, guard, bearer ? given.substring(BEARER.length()) : given);
    if (!fits(claims, guard)) {
      throw Doorkeeper.unauthorized();
    }
    return new Admission(Json.object("claims", told(claims)), null, null, null);
  }

  private static Json.Obj verified(
      Tokens tokens, Exchange exchange, RestGuard.Pools guard, String token) {
    var endpoint = exchange.call().endpoint();
    for (var pool : guard.pools()) {
      var issuer = Issuer.ofPool(endpoint, pool);
      var check = issuer == null ? null : tokens.check(exchange.call(), token, issuer);
      if (check instanceof TokenCheck.Valid(Json.Obj claims)) {
        return claims;
      }
      if (check instanceof TokenCheck.Invalid invalid && invalid.expired()) {
        throw new Failure(ResponseType.UNAUTHORIZED, "The incoming token has expired");
      }
    }
    throw Doorkeeper.unauthorized();
  }

  /// An access token with one of the scopes where the method names some, else an identity token.
  private static boolean fits(Json.Obj claims, RestGuard.Pools guard) {
    var use = claims.get("token_use");
    if (guard.scopes().isEmpty()) {
      var audience = claims.get("aud");
      return Json.of("id").equals(use)
          && (guard.audience() == null
              || (audience != null
                  && guard
                      .audience()
                      .matcher(Objects.requireNonNullElse(audience.text(), ""))
                      .matches()));
    }
    var scope = claims.get("scope");
    var granted = scope == null || scope.text() == null ? "" : scope.text();
    return Json.of("access").equals(use)
        && List.of(granted.split(" ")).stream().anyMatch(guard.scopes()::contains);
  }

  /// The claims as text, as events have them.
  private static Json.Obj told(Json.Obj claims) {
    var told = new LinkedHashMap<String, Json>();
    claims
        .fields()
        .forEach(
            (name, value) -> {
              if (MOMENTS.contains(name) && value instanceof Json.Num number) {
                told.put(
                    name,
                    Json.of(MOMENT.format(Instant.ofEpochSecond(number.value().longValue()))));
              } else if (value instanceof Json.Arr array) {
                told.put(name, Json.of(array.texts().stream().collect(Collectors.joining(","))));
              } else {
                told.put(name, Json.of(value.text() == null ? value.print() : value.text()));
              }
            });
    return new Json.Obj(told);
  }
}
