package brume.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An access key and whom it stands for.
///
/// @param accessKeyId `AKIA…` of a long-term key, `ASIA…` of a temporary one
/// @param sessionToken present exactly for temporary credentials
/// @param expires the first moment at which they are no longer valid; null for long-term keys
/// @param session null for long-term keys
public record Credential(
    String accessKeyId,
    String secretKey,
    @Nullable String sessionToken,
    Principal principal,
    @Nullable Instant expires,
    @Nullable Session session) {

  /// A key that stays valid until it is deleted.
  public static Credential longTerm(String accessKeyId, String secretKey, Principal principal) {
    return new Credential(accessKeyId, secretKey, null, principal, null, null);
  }

  public boolean expiredAt(Instant now) {
    return expires != null && !now.isBefore(expires);
  }

  /// Without the secret, so that a log cannot give it away.
  @Override
  public String toString() {
    return accessKeyId + " of " + principal.arn();
  }
}
