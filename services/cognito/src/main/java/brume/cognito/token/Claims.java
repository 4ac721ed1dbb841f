package brume.cognito.token;

import brume.cognito.data.Grant;
import brume.cognito.data.Groups;
import brume.cognito.pool.Client;
import brume.cognito.pool.Scopes;
import brume.cognito.user.User;
import brume.json.Json;
import brume.model.cognitoidp.GroupType;
import brume.service.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the tokens of a sign-in say.
///
/// Source: Amazon Cognito Developer Guide, "Understanding user pool JSON web tokens".
///
/// @param eventId the claim `event_id`, the same in both tokens
/// @param groups of the user, the one that comes first first
record Claims(
    Call call,
    Client client,
    User user,
    Grant grant,
    String eventId,
    List<GroupType> groups,
    Adjustments adjustments) {
  Json.Obj ofId() {
    var claims = common("id");
    claims.put("aud", Json.of(client.id()));
    claims.put("cognito:username", Json.of(user.username()));
    claims.put("exp", Json.of(call.now().plus(client.idValidity()).getEpochSecond()));
    if (grant.nonce() != null) {
      claims.put("nonce", Json.of(grant.nonce()));
    }
    user.attributes()
        .forEach(
            (name, value) -> {
              if (client.reads(name) && Scopes.show(grant.scopes(), name)) {
                claims.put(name, typed(name, value));
              }
            });
    putRoles(claims);
    return Adjustments.apply(
        new Json.Obj(claims), adjustments.idClaims(), adjustments.idSuppressed());
  }

  Json.Obj ofAccess() {
    var claims = common("access");
    if (grant.oauth()) {
      claims.put("version", Json.of(2));
    }
    claims.put("client_id", Json.of(client.id()));
    claims.put("username", Json.of(user.username()));
    claims.put("scope", Json.of(String.join(" ", scopes())));
    claims.put("exp", Json.of(call.now().plus(client.accessValidity()).getEpochSecond()));
    return Adjustments.apply(
        new Json.Obj(claims), adjustments.accessClaims(), adjustments.accessSuppressed());
  }

  private List<String> scopes() {
    var scopes = new java.util.ArrayList<>(grant.scopes());
    scopes.removeAll(adjustments.scopesSuppressed());
    scopes.addAll(adjustments.scopesAdded());
    return scopes;
  }

  private Map<String, Json> common(String use) {
    var claims = new LinkedHashMap<String, Json>();
    claims.put("sub", Json.of(user.sub()));
    var names = groupNames();
    if (!names.isEmpty()) {
      claims.put("cognito:groups", array(names));
    }
    claims.put("iss", Json.of(Issuer.of(call.endpoint(), client.pool())));
    if (client.revokesTokens()) {
      claims.put("origin_jti", Json.of(grant.id()));
    }
    claims.put("event_id", Json.of(eventId));
    claims.put("token_use", Json.of(use));
    claims.put("auth_time", Json.of(grant.authenticated().getEpochSecond()));
    claims.put("iat", Json.of(call.now().getEpochSecond()));
    claims.put("jti", Json.of(call.ids().uuid().toString()));
    return claims;
  }

  private List<String> groupNames() {
    var override = adjustments.groups();
    return override != null && override.get("groupsToOverride") instanceof Json.Arr names
        ? names.texts()
        : groups.stream().map(group -> Objects.requireNonNull(group.groupName())).toList();
  }

  private void putRoles(Map<String, Json> claims) {
    var override = adjustments.groups();
    var roles =
        override != null && override.get("iamRolesToOverride") instanceof Json.Arr given
            ? given.texts()
            : groups.stream().map(GroupType::roleArn).filter(Objects::nonNull).distinct().toList();
    if (!roles.isEmpty()) {
      claims.put("cognito:roles", array(roles));
    }
    var preferred = override == null ? null : override.get("preferredRole");
    var role = preferred == null ? preferredRole(groups) : preferred.text();
    if (role != null) {
      claims.put("cognito:preferred_role", Json.of(role));
    }
  }

  /// The role of the group that comes first, unless several do with roles of their own.
  static @Nullable String preferredRole(List<GroupType> groups) {
    var withRoles = groups.stream().filter(group -> group.roleArn() != null).toList();
    if (withRoles.isEmpty()) {
      return null;
    }
    int first = Groups.precedence(withRoles.getFirst());
    var roles =
        withRoles.stream()
            .filter(group -> Groups.precedence(group) == first)
            .map(GroupType::roleArn)
            .distinct()
            .toList();
    return roles.size() == 1 ? roles.getFirst() : null;
  }

  private static Json typed(String name, String value) {
    return switch (name) {
      case "email_verified", "phone_number_verified" -> Json.of(Boolean.parseBoolean(value));
      case "address" -> Json.object("formatted", Json.of(value));
      default -> Json.of(value);
    };
  }

  private static Json array(List<String> texts) {
    return new Json.Arr(texts.stream().map(Json::of).toList());
  }
}
