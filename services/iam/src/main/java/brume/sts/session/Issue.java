package brume.sts.session;

import static brume.model.sts.StsError.PACKED_POLICY_TOO_LARGE_EXCEPTION;

import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.Session;
import brume.identity.SessionTokens;
import brume.model.sts.Credentials;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Temporary credentials as replies show them.
///
/// @param packedSize how much of the longest session token this one takes, in percent; null for a
///   session without policies and tags
public record Issue(Credentials credentials, @Nullable Integer packedSize) {
  private static final int WHOLE = 100;

  public static Issue of(
      SessionTokens tokens, Principal principal, Session session, Duration life) {
    var issued = tokens.issue(principal.account(), principal, session, life);
    var token = Objects.requireNonNull(issued.sessionToken());
    int size = Math.ceilDiv(token.length() * WHOLE, SessionTokens.MAX_CHARS);
    if (size > WHOLE) {
      throw PACKED_POLICY_TOO_LARGE_EXCEPTION.because(
          "Packed size of session tags and policies consumes " + size + "% of allotted space.");
    }
    boolean plain = session.policies().isEmpty() && session.tags().isEmpty();
    return new Issue(shown(issued, token), plain ? null : size);
  }

  private static Credentials shown(Credential issued, String token) {
    return new Credentials(
        issued.accessKeyId(), Objects.requireNonNull(issued.expires()), issued.secretKey(), token);
  }
}
