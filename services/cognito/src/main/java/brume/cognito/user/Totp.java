package brume.cognito.user;

import brume.identity.login.OneTimeCodes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A user's authenticator app, whose codes are [OneTimeCodes].
///
/// @param key the shared secret in Base32; null before there is one
/// @param verified whether the user showed that the app has it
/// @param enabled whether sign-ins ask for a code
/// @param preferred whether it is what is asked for first
/// @param device what the user calls the app; null when it has no name
/// @param lastStep of the last code that was used: none is taken twice
public record Totp(
    @Nullable String key,
    @Nullable String device,
    boolean verified,
    boolean enabled,
    boolean preferred,
    long lastStep) {
  public static final Totp NONE = new Totp(null, null, false, false, false, 0);

  private static final int DRIFT_STEPS = 1;

  /// A key that the user has not shown to have; what was set before stays set.
  public Totp pending(String newKey) {
    return new Totp(newKey, null, false, enabled, preferred, 0);
  }

  public Totp asVerified(@Nullable String name, long step) {
    return new Totp(key, name, true, enabled, preferred, step);
  }

  public Totp set(boolean nowEnabled, boolean nowPreferred) {
    return new Totp(key, device, verified, nowEnabled, nowPreferred, lastStep);
  }

  public Totp used(long step) {
    return new Totp(key, device, verified, enabled, preferred, step);
  }

  /// The step for which `code` is right and not used yet; -1 when there is none.
  public long matches(String code, Instant now) {
    if (key == null) {
      return -1;
    }
    return OneTimeCodes.find(key, code, OneTimeCodes.step(now), DRIFT_STEPS, lastStep);
  }
}
