package brume.cognito.request;

import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;

import brume.cognito.pool.Client;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The proof that a caller knows the client's secret.
///
/// Source: Amazon Cognito Developer Guide, "Computing secret hash values".
public final class SecretHash {
  private SecretHash() {}

  /// Throws `NotAuthorizedException` when the client has a secret and the hash is not that of one
  /// of the names by which the user goes.
  public static void check(Client client, @Nullable String given, String... names) {
    var secret = client.secret();
    if (secret == null) {
      if (given != null) {
        throw NOT_AUTHORIZED_EXCEPTION.because(
            "Client " + client.id() + " is not configured for secret but secret hash was received");
      }
      return;
    }
    if (given == null) {
      throw NOT_AUTHORIZED_EXCEPTION.because(
          "Client " + client.id() + " is configured with secret but SECRET_HASH was not received");
    }
    for (var name : names) {
      if (MessageDigest.isEqual(bytes(of(name, client.id(), secret)), bytes(given))) {
        return;
      }
    }
    throw NOT_AUTHORIZED_EXCEPTION.because(
        "Unable to verify secret hash for client " + client.id());
  }

  public static String of(String username, String clientId, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(bytes(username + clientId)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks HMAC-SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
