package brume.lambda.code;

import brume.base.Ids;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Addresses at which whoever knows them can load a package for ten minutes, as on AWS. They end
/// with the process at the latest: its key is kept nowhere.
public final class CodeLinks {
  public static final String KIND = "lambda-code";
  private static final Duration VALID = Duration.ofMinutes(10);
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  public CodeLinks(Ids ids) {
    key = new SecretKeySpec(ids.bytes(KEY_BYTES), ALGORITHM);
  }

  /// @param base such as `http://localhost:4566`
  public String link(String base, String sha256, Instant now) {
    var hex = HexFormat.of().formatHex(Base64.getDecoder().decode(sha256));
    long expires = now.plus(VALID).getEpochSecond();
    return "%s/_brume/%s/%s/?Expires=%d&Signature=%s"
        .formatted(base, KIND, hex, expires, signature(hex, expires));
  }

  /// The digest of the package, as [Archive] has it; null when the link is not one of ours or too
  /// old.
  public @Nullable String open(String hex, long expires, String signature, Instant now) {
    boolean isOurs = MessageDigest.isEqual(bytes(signature(hex, expires)), bytes(signature));
    return isOurs && now.getEpochSecond() < expires
        ? Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex))
        : null;
  }

  private String signature(String hex, long expires) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(bytes(hex + ' ' + expires)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
