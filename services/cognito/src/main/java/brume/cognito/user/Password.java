package brume.cognito.user;

import brume.cognito.srp.Verifier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param expires of a temporary password; null for one that the user chose
public record Password(Verifier verifier, @Nullable Instant expires) {
  public boolean expiredAt(Instant now) {
    return expires != null && !now.isBefore(expires);
  }
}
