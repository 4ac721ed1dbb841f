package brume.s3.checksum;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// MD5, of which S3 makes entity tags.
public final class Md5 {
  /// The length of a value.
  public static final int BYTES = 16;

  private Md5() {}

  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
