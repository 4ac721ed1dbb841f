package brume.identity.login;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The codes of an authenticator app: six digits that change every 30 seconds.
///
/// Source: RFC 6238, with HMAC-SHA-1 as in RFC 4226.
public final class OneTimeCodes {
  private static final int STEP_SECONDS = 30;
  private static final int CODES = 1_000_000;
  private static final int BITS_OF_LETTER = 5;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private OneTimeCodes() {}

  /// The number of the half minute in which a moment lies.
  public static long step(Instant now) {
    return now.getEpochSecond() / STEP_SECONDS;
  }

  /// The code of a half minute.
  ///
  /// @param key the shared secret in Base32, without padding
  public static String code(String key, long step) {
    var counter = ByteBuffer.allocate(Long.BYTES).putLong(step).array();
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(decode(key), "HmacSHA1"));
      var hash = mac.doFinal(counter);
      int offset = hash[hash.length - 1] & 0xF;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt();
      return "%06d".formatted((number & Integer.MAX_VALUE) % CODES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks HMAC-SHA-1", e);
    }
  }

  /// The first step around `expected` for which `code` is right.
  ///
  /// @param drift by how many steps the clock of the app may differ, either way
  /// @param last of the last code that was used: none is taken twice
  /// @return -1 when there is none
  public static long find(String key, String code, long expected, int drift, long last) {
    for (long step = expected - drift; step <= expected + drift; step++) {
      if (step > last && code(key, step).equals(code)) {
        return step;
      }
    }
    return -1;
  }

  private static byte[] decode(String base32) {
    var bytes = new byte[base32.length() * BITS_OF_LETTER / Byte.SIZE];
    int bits = 0;
    int held = 0;
    int at = 0;
    for (int i = 0; i < base32.length(); i++) {
      bits = bits << BITS_OF_LETTER | BASE32.indexOf(base32.charAt(i));
      held += BITS_OF_LETTER;
      if (held >= Byte.SIZE) {
        held -= Byte.SIZE;
        bytes[at++] = (byte) (bits >> held);
        bits &= (1 << held) - 1;
      }
    }
    return bytes;
  }
}
