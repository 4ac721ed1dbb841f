package brume.apigateway.authorizer;

import brume.json.Json;
import brume.service.Call;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who signed a request.
///
/// @param call made by the sender
/// @param accessKey the id of the key that signed
public record Sender(Call call, String accessKey) {
  private static final String COGNITO = "cognito-identity.amazonaws.com:";
  private static final List<String> STATES = List.of("authenticated", "unauthenticated");

  public String accountId() {
    return call.caller().account();
  }

  public String userId() {
    return call.caller().userId();
  }

  public String userArn() {
    return call.caller().arn();
  }

  /// What an identity pool vouched for; empty where none did.
  ///
  /// @param key `sub`, `aud` or `amr`
  public List<String> cognito(String key) {
    var session = call.context().session();
    var context = session == null ? Map.<String, List<String>>of() : session.context();
    return context.getOrDefault(COGNITO + key, List.of());
  }

  public @Nullable String identityId() {
    return first("sub");
  }

  public @Nullable String identityPoolId() {
    return first("aud");
  }

  private @Nullable String first(String key) {
    var values = cognito(key);
    return values.isEmpty() ? null : values.getFirst();
  }

  /// `authenticated` or `unauthenticated`; null where no identity pool vouches.
  public @Nullable String authenticationType() {
    return cognito("amr").stream().filter(STATES::contains).findFirst().orElse(null);
  }

  /// By which provider the sender signed in to the identity pool.
  public @Nullable String authenticationProvider() {
    var providers =
        cognito("amr").stream()
            .filter(each -> !STATES.contains(each))
            .collect(Collectors.joining(","));
    return providers.isEmpty() ? null : providers;
  }

  /// As `requestContext.identity` has the sender, without what the connection tells.
  public Map<String, Json> identity() {
    return Map.of(
        "accessKey", Json.of(accessKey),
        "accountId", Json.of(accountId()),
        "caller", Json.of(userId()),
        "cognitoAuthenticationProvider", Json.of(authenticationProvider()),
        "cognitoAuthenticationType", Json.of(authenticationType()),
        "cognitoIdentityId", Json.of(identityId()),
        "cognitoIdentityPoolId", Json.of(identityPoolId()),
        "user", Json.of(userId()),
        "userArn", Json.of(userArn()));
  }
}
