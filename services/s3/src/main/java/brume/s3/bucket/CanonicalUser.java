package brume.s3.bucket;

import brume.base.Bytes;
import brume.model.s3.Initiator;
import brume.model.s3.Owner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The canonical user id of an account, by which S3 names owners: 64 hexadecimal digits, always the
/// same for an account.
public final class CanonicalUser {
  private CanonicalUser() {}

  public static String of(String account) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Bytes.wrap(digest.digest(account.getBytes(StandardCharsets.US_ASCII))).toHex();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Owner owner(String account) {
    return Owner.builder().id(of(account)).build();
  }

  public static Initiator initiator(String account) {
    return Initiator.builder().id(of(account)).build();
  }
}
