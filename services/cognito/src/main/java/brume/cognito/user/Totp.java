package brume.cognito.user;

import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A user's authenticator app: codes of six digits that change every 30 seconds.
///
/// Source: RFC 6238, with HMAC-SHA-1 as in RFC 4226.
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

  private static final int STEP_SECONDS = 30;
  private static final int DRIFT_STEPS = 1;
  private static final int CODES = 1_000_000;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

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
    long current = now.getEpochSecond() / STEP_SECONDS;
    for (long step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step++) {
      if (step > lastStep && code(key, step).equals(code)) {
        return step;
      }
    }
    return -1;
  }

  /// The code that an app with this key shows at a moment.
  public static String codeAt(String key, Instant now) {
    return code(key, now.getEpochSecond() / STEP_SECONDS);
  }

  private static String code(String key, long step) {
    var counter = java.nio.ByteBuffer.allocate(Long.BYTES).putLong(step).array();
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(decode(key), "HmacSHA1"));
      var hash = mac.doFinal(counter);
      int offset = hash[hash.length - 1] & 0xF;
      int number = java.nio.ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt();
      return "%06d".formatted((number & Integer.MAX_VALUE) % CODES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks HMAC-SHA-1", e);
    }
  }

  private static byte[] decode(String base32) {
    var bytes = new byte[base32.length() * 5 / 8];
    int bits = 0;
    int held = 0;
    int at = 0;
    for (int i = 0; i < base32.length(); i++) {
      bits = bits << 5 | BASE32.indexOf(base32.charAt(i));
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes[at++] = (byte) (bits >> held);
        bits &= (1 << held) - 1;
      }
    }
    return bytes;
  }
}
