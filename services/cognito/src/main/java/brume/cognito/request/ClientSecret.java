package brume.cognito.request;

import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.pool.Client;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// The secret itself, where clients send it.
public final class ClientSecret {
  private ClientSecret() {}

  /// Throws `NotAuthorizedException` when the client has a secret and this is not it.
  public static void check(Client client, @Nullable String given) {
    if (!isRight(client, given)) {
      throw NOT_AUTHORIZED_EXCEPTION.because("Invalid client secret for client " + client.id());
    }
  }

  public static boolean isRight(Client client, @Nullable String given) {
    var secret = client.secret();
    return secret == null || (given != null && MessageDigest.isEqual(bytes(secret), bytes(given)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
