package brume.identity.sigv4;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key that signs for one scope: four HMACs away from the secret.
///
/// Source: "Create a signed AWS API request", step 4.
public final class SigningKey {
  private static final String HMAC = "HmacSHA256";
  private static final HexFormat HEX = HexFormat.of();

  private final Mac keyed;

  private SigningKey(Mac keyed) {
    this.keyed = keyed;
  }

  public static SigningKey derive(String secret, SigningScope scope) {
    var date = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), scope.date());
    var region = hmac(date, scope.region());
    var service = hmac(region, scope.service());
    return new SigningKey(mac(hmac(service, SigningScope.TERMINATOR)));
  }

  /// In lower-case hex.
  public String sign(String text) {
    return HEX.formatHex(copy().doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// A keyed MAC starts from a copy, which is cheaper than to key one anew, and safe to share.
  private Mac copy() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The HMAC of this JDK cannot be copied", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    return mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Mac mac(byte[] key) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks " + HMAC, e);
    }
  }
}
