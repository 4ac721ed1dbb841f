package brume.cognito.data;

import brume.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One sign-in of a user by a client: what a refresh token stands for, and what the tokens issued
/// from it go back to.
///
/// @param id the claim `origin_jti`
/// @param authenticated when the user proved who they are: the claim `auth_time`
/// @param expires when the refresh token does
/// @param generation of the refresh token, which rotation counts up
/// @param rotated when the last rotation was; null before the first
/// @param scopes of its access tokens
/// @param nonce of the request that began it; null without one
/// @param oauth whether the pool's authorization endpoint gave it
public record Grant(
    String id,
    String clientId,
    Instant authenticated,
    Instant expires,
    int generation,
    @Nullable Instant rotated,
    List<String> scopes,
    @Nullable String nonce,
    boolean oauth) {
  public Grant {
    scopes = List.copyOf(scopes);
  }

  public Grant rotated(Instant now) {
    return new Grant(
        id, clientId, authenticated, expires, generation + 1, now, scopes, nonce, oauth);
  }

  Json json() {
    return Json.object(
        "id", Json.of(id),
        "client", Json.of(clientId),
        "authenticated", Json.of(authenticated.toString()),
        "expires", Json.of(expires.toString()),
        "generation", Json.of(generation),
        "rotated", Json.of(rotated == null ? null : rotated.toString()),
        "scopes", new Json.Arr(scopes.stream().map(Json::of).toList()),
        "nonce", Json.of(nonce),
        "oauth", Json.of(oauth));
  }

  static Grant of(Json.Obj json) {
    var rotated = optional(json, "rotated");
    return new Grant(
        text(json, "id"),
        text(json, "client"),
        Instant.parse(text(json, "authenticated")),
        Instant.parse(text(json, "expires")),
        Integer.parseInt(text(json, "generation")),
        rotated == null ? null : Instant.parse(rotated),
        Objects.requireNonNull(json.get("scopes")).texts(),
        optional(json, "nonce"),
        json.get("oauth") instanceof Json.Bool(boolean oauth) && oauth);
  }

  private static String text(Json.Obj json, String name) {
    return Objects.requireNonNull(optional(json, name));
  }

  private static @Nullable String optional(Json.Obj json, String name) {
    var value = json.get(name);
    return value == null ? null : value.text();
  }
}
