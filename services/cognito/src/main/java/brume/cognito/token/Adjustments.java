package brume.cognito.token;

import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a function changes of tokens before they are issued.
///
/// Source: Amazon Cognito Developer Guide, "Pre token generation Lambda trigger".
///
/// @param idClaims to add to id tokens, or to put in place of others
/// @param groups what stands for the user's groups and roles; null when they stay
record Adjustments(
    Map<String, Json> idClaims,
    List<String> idSuppressed,
    Map<String, Json> accessClaims,
    List<String> accessSuppressed,
    List<String> scopesAdded,
    List<String> scopesSuppressed,
    Json.@Nullable Obj groups) {
  static final Adjustments NONE =
      new Adjustments(Map.of(), List.of(), Map.of(), List.of(), List.of(), List.of(), null);

  /// Claims that nobody changes.
  private static final List<String> FIXED =
      List.of(
          "acr",
          "amr",
          "at_hash",
          "aud",
          "auth_time",
          "azp",
          "client_id",
          "cognito:username",
          "event_id",
          "exp",
          "iat",
          "identities",
          "iss",
          "jti",
          "nbf",
          "nonce",
          "origin_jti",
          "scope",
          "sub",
          "token_use",
          "username",
          "version");

  static Adjustments of(Json.@Nullable Obj response) {
    if (response == null) {
      return NONE;
    }
    if (response.get("claimsOverrideDetails") instanceof Json.Obj details) {
      return new Adjustments(
          claims(details, "claimsToAddOrOverride"),
          texts(details, "claimsToSuppress"),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          object(details, "groupOverrideDetails"));
    }
    if (response.get("claimsAndScopeOverrideDetails") instanceof Json.Obj details) {
      var id = Objects.requireNonNullElse(object(details, "idTokenGeneration"), Json.Obj.EMPTY);
      var access =
          Objects.requireNonNullElse(object(details, "accessTokenGeneration"), Json.Obj.EMPTY);
      return new Adjustments(
          claims(id, "claimsToAddOrOverride"),
          texts(id, "claimsToSuppress"),
          claims(access, "claimsToAddOrOverride"),
          texts(access, "claimsToSuppress"),
          texts(access, "scopesToAdd"),
          texts(access, "scopesToSuppress"),
          object(details, "groupOverrideDetails"));
    }
    return NONE;
  }

  static Json.Obj apply(Json.Obj claims, Map<String, Json> added, List<String> suppressed) {
    var changed = new LinkedHashMap<>(claims.fields());
    suppressed.stream().filter(name -> !FIXED.contains(name)).forEach(changed::remove);
    added.forEach(
        (name, value) -> {
          if (!FIXED.contains(name)) {
            changed.put(name, value);
          }
        });
    return new Json.Obj(changed);
  }

  private static Map<String, Json> claims(Json.Obj details, String name) {
    var claims = object(details, name);
    return claims == null ? Map.of() : claims.fields();
  }

  private static List<String> texts(Json.Obj details, String name) {
    var value = details.get(name);
    return value == null ? List.of() : value.texts();
  }

  private static Json.@Nullable Obj object(Json.Obj details, String name) {
    return details.get(name) instanceof Json.Obj object ? object : null;
  }
}
