package brume.dax.node;

import brume.base.Scope;
import brume.dax.cbor.CborReader;
import brume.identity.Credential;
import brume.identity.Credentials;
import brume.identity.sigv4.Sha256;
import brume.identity.sigv4.SigningKey;
import brume.identity.sigv4.SigningScope;
import brume.identity.sigv4.Timestamps;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Verifies who signs in on a connection. Clients sign a request that is always the same but for
/// its time, so what they claim to have signed is computed anew.
///
/// Source: AWS Signature Version 4, with the fixed host `dax.amazonaws.com`.
final class SignIn {
  /// The number of the method.
  static final int METHOD = 1489122155;

  static final int ARGUMENTS = 5;

  /// How far the clocks of clients may be off.
  static final Duration MAX_SKEW = Duration.ofMinutes(15);

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String SERVICE = "dax";
  private static final int LINES = 4;

  /// After five minutes clients sign in anew; one whose clock is slow is given some more.
  private static final Duration LIFE = Duration.ofMinutes(6);

  private final Credentials credentials;
  private final Scope scope;

  /// @param scope of the cluster: strangers to its account are refused, since it has no policy that
  ///   could allow them anything
  SignIn(Credentials credentials, Scope scope) {
    this.credentials = credentials;
    this.scope = scope;
  }

  /// Who signed in, or why nobody did.
  sealed interface Outcome {
    /// @param until when it is to be renewed
    record Accepted(Credential credential, Instant until) implements Outcome {
      boolean isOver(Instant now) {
        return credential.expiredAt(now) || !now.isBefore(until);
      }
    }

    record Refused(String reason) implements Outcome {}
  }

  Outcome verify(CborReader in, Instant now) {
    var accessKeyId = in.readText();
    var signature = in.readText();
    var stringToSign = new String(in.readBytes(), StandardCharsets.UTF_8);
    var token = in.readNull() ? null : in.readText();
    var credential = credentials.find(accessKeyId, token);
    if (credential == null
        || credential.expiredAt(now)
        || !credential.principal().account().equals(scope.account())) {
      return new Outcome.Refused("The security token included in the request is invalid.");
    }
    var wrong = wrong(credential, signature, stringToSign.lines().toList(), now);
    return wrong == null
        ? new Outcome.Accepted(credential, now.plus(LIFE))
        : new Outcome.Refused(wrong);
  }

  private @Nullable String wrong(
      Credential credential, String signature, List<String> lines, Instant now) {
    if (lines.size() != LINES || !lines.getFirst().equals(ALGORITHM)) {
      return "What was signed is not of Signature Version 4.";
    }
    var timestamp = lines.get(1);
    var signedAt = Timestamps.parse(timestamp);
    if (signedAt == null || Duration.between(signedAt, now).abs().compareTo(MAX_SKEW) > 0) {
      return "Signature expired: " + timestamp + " is not within 15 minutes of the current time.";
    }
    var day = timestamp.substring(0, "YYYYMMDD".length());
    var expectedScope = new SigningScope(day, scope.region(), SERVICE);
    if (!lines.get(2).equals(expectedScope.toString())) {
      return "Credential should be scoped to " + expectedScope + '.';
    }
    var stringToSign =
        String.join("\n", ALGORITHM, timestamp, expectedScope.toString(), hashOfRequest(timestamp));
    var expected = SigningKey.derive(credential.secretKey(), expectedScope).sign(stringToSign);
    return MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII),
            signature.getBytes(StandardCharsets.UTF_8))
        ? null
        : "The request signature we calculated does not match the signature you provided.";
  }

  private static String hashOfRequest(String timestamp) {
    var canonical =
        """
        POST
        /

        host:dax.amazonaws.com
        x-amz-date:%s

        host;x-amz-date
        %s"""
            .formatted(timestamp, Sha256.OF_NOTHING);
    return Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8));
  }
}
