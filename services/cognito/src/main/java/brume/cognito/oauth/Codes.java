package brume.cognito.oauth;

import brume.cognito.data.Directory;
import brume.cognito.pool.Client;
import brume.cognito.token.Tokens;
import brume.json.Json;
import brume.service.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Authorization codes. They travel sealed with what they stand for; what is kept is which of them
/// were used.
public final class Codes {
  /// Source: Amazon Cognito Developer Guide, "The redirect and authorization endpoint".
  private static final Duration VALIDITY = Duration.ofMinutes(5);

  private final Directory directory;

  public Codes(Directory directory) {
    this.directory = directory;
  }

  /// What a code stands for.
  record Content(
      String username,
      String redirectUri,
      @Nullable String challenge,
      Tokens.Authorization authorization) {}

  public String issue(
      Call call, AuthorizationRequest request, String username, Instant authenticated) {
    var content =
        Json.object(
            "id", Json.of(call.ids().uuid().toString()),
            "user", Json.of(username),
            "redirect", Json.of(request.redirectUri()),
            "challenge", Json.of(request.challenge()),
            "nonce", Json.of(request.nonce()),
            "scopes", new Json.Arr(request.scopes().stream().map(Json::of).toList()),
            "authenticated", Json.of(authenticated.toString()),
            "expires", Json.of(call.now().plus(VALIDITY).toString()));
    return directory.seal().closeText(purpose(request.client()), content.print());
  }

  /// From now on the code is worth nothing. Null for what is no code of this client, or no longer.
  @Nullable Content redeem(Call call, Client client, String code) {
    var text = directory.seal().openText(purpose(client), code);
    if (text == null) {
      return null;
    }
    var json = (Json.Obj) Json.parse(text);
    var expires = Instant.parse(text(json, "expires"));
    boolean isLive = call.now().isBefore(expires);
    if (!isLive || !directory.spent().spend(client.pool(), text(json, "id"), expires)) {
      return null;
    }
    var authorization =
        new Tokens.Authorization(
            Instant.parse(text(json, "authenticated")),
            Objects.requireNonNull(json.get("scopes")).texts(),
            optional(json, "nonce"));
    return new Content(
        text(json, "user"), text(json, "redirect"), optional(json, "challenge"), authorization);
  }

  private static String text(Json.Obj json, String name) {
    return Objects.requireNonNull(optional(json, name));
  }

  private static @Nullable String optional(Json.Obj json, String name) {
    var value = json.get(name);
    return value == null ? null : value.text();
  }

  private static String purpose(Client client) {
    return "code " + client.pool().id() + ' ' + client.id();
  }
}
