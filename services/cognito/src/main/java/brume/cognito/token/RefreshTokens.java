package brume.cognito.token;

import brume.cognito.data.Grant;
import brume.cognito.pool.Client;
import brume.cognito.secret.Seal;
import brume.json.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Refresh tokens: sealed, so that only the client for which one was issued can use it, and nobody
/// can read it.
public final class RefreshTokens {
  private final Seal seal;

  public RefreshTokens(Seal seal) {
    this.seal = seal;
  }

  /// What a refresh token says.
  ///
  /// @param generation of the grant for which it was issued
  public record Content(String username, String grantId, int generation) {}

  String issue(Client client, String username, Grant grant) {
    var content =
        Json.object(
            "user", Json.of(username),
            "grant", Json.of(grant.id()),
            "generation", Json.of(grant.generation()));
    return seal.closeText(purpose(client), content.print());
  }

  /// Null for what is no refresh token of this client.
  public @Nullable Content open(Client client, String token) {
    var text = seal.openText(purpose(client), token);
    if (text == null) {
      return null;
    }
    var json = (Json.Obj) Json.parse(text);
    return new Content(
        text(json, "user"), text(json, "grant"), Integer.parseInt(text(json, "generation")));
  }

  private static String text(Json.Obj json, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(json.get(name)).text());
  }

  private static String purpose(Client client) {
    return "refresh-token " + client.pool().id() + ' ' + client.id();
  }
}
