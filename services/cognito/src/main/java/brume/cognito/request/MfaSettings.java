package brume.cognito.request;

import brume.cognito.user.User;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Second factors as answers name them.
public final class MfaSettings {
  private static final String SMS = "SMS_MFA";
  private static final String TOTP = "SOFTWARE_TOKEN_MFA";

  private MfaSettings() {}

  public static @Nullable List<String> enabled(User user) {
    var enabled = new ArrayList<String>();
    if (user.sms().enabled()) {
      enabled.add(SMS);
    }
    if (user.totp().verified() && user.totp().enabled()) {
      enabled.add(TOTP);
    }
    return enabled.isEmpty() ? null : enabled;
  }

  public static @Nullable String preferred(User user) {
    if (user.sms().preferred()) {
      return SMS;
    }
    return user.totp().verified() && user.totp().preferred() ? TOTP : null;
  }
}
