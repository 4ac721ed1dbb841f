package brume.cognito.request;

import brume.cognito.user.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Second factors as answers name them.
public final class MfaSettings {
  private static final String TOTP = "SOFTWARE_TOKEN_MFA";

  private MfaSettings() {}

  public static @Nullable List<String> enabled(User user) {
    return user.totp().verified() && user.totp().enabled() ? List.of(TOTP) : null;
  }

  public static @Nullable String preferred(User user) {
    return user.totp().verified() && user.totp().preferred() ? TOTP : null;
  }
}
