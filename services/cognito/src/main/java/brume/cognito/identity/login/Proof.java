package brume.cognito.identity.login;

import brume.cognito.identity.data.Identity;
import brume.json.Json;
import java.util.List;

/// A login that a token proved.
///
/// @param application the client for which the token was issued; empty for developers' own
/// @param claims of the token
/// @param methods the values of `amr` for it
public record Proof(
    Identity.Login login, String application, Json.Obj claims, List<String> methods) {
  /// As role mappings name it.
  public String provider() {
    return application.isEmpty() ? login.provider() : login.provider() + ':' + application;
  }
}
