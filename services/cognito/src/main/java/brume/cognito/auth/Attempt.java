package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.pool.Client;
import brume.cognito.pool.Pool;
import brume.cognito.request.SecretHash;
import brume.service.Call;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One step of somebody who wants to sign in.
///
/// @param parameters of the flow, or the answers to a challenge
/// @param metadata for functions
/// @param way by whom it is taken
public record Attempt(
    Call call,
    Client client,
    Map<String, String> parameters,
    Map<String, String> metadata,
    Way way) {
  /// Who takes a step for a user.
  public enum Way {
    CLIENT,

    /// A caller with permissions on the pool.
    ADMIN,

    /// The pool's own sign-in pages, which need no client's secret.
    PAGE
  }

  Pool pool() {
    return client.pool();
  }

  @Nullable String get(String parameter) {
    return parameters.get(parameter);
  }

  String require(String parameter) {
    var value = parameters.get(parameter);
    if (value == null || value.isEmpty()) {
      throw INVALID_PARAMETER_EXCEPTION.because("Missing required parameter " + parameter);
    }
    return value;
  }

  /// Throws `NotAuthorizedException` when the client has a secret and the hash is of neither name.
  void checkSecret(String... names) {
    if (way != Way.PAGE) {
      SecretHash.check(client, get("SECRET_HASH"), names);
    }
  }
}
