package brume.s3.encryption;

import static brume.model.s3.S3Error.ACCESS_DENIED;
import static brume.model.s3.S3Error.INVALID_ARGUMENT;
import static brume.model.s3.S3Error.INVALID_ENCRYPTION_ALGORITHM_ERROR;
import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.base.Body;
import brume.model.s3.HeadObjectOutput;
import brume.s3.checksum.Md5;
import brume.s3.object.Carry;
import brume.s3.object.Version;
import brume.shape.Structure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A key of AES-256 that a request brings along.
///
/// Objects are encrypted in counter mode, so that a range is read without what stands before it;
/// each has a nonce of its own.
///
/// Source: Amazon S3 User Guide, "Using server-side encryption with customer-provided keys
/// (SSE-C)".
public final class CustomerKey {
  /// Hexadecimal digits of a nonce.
  public static final int NONCE_DIGITS = 32;

  private static final String ALGORITHM = "AES256";
  private static final int KEY_BYTES = 32;
  private static final int BLOCK_BYTES = 16;
  private static final String REQUESTS =
      "Requests specifying Server Side Encryption with Customer provided keys must provide ";

  private final byte[] key;
  private final String md5;

  private CustomerKey(byte[] key, String md5) {
    this.key = key;
    this.md5 = md5;
  }

  /// Null when the request brings none.
  public static @Nullable CustomerKey in(Structure request) {
    var algorithm = (String) Carry.member(request, "SSECustomerAlgorithm");
    var encoded = (String) Carry.member(request, "SSECustomerKey");
    var md5 = (String) Carry.member(request, "SSECustomerKeyMD5");
    if (algorithm == null && encoded == null && md5 == null) {
      return null;
    }
    if (algorithm == null) {
      throw INVALID_ARGUMENT.because(REQUESTS + "a valid encryption algorithm.");
    }
    if (!algorithm.equals(ALGORITHM)) {
      throw INVALID_ENCRYPTION_ALGORITHM_ERROR.because(
          "The encryption request that you specified is not valid. The valid value is AES256.");
    }
    if (encoded == null) {
      throw INVALID_ARGUMENT.because(REQUESTS + "an appropriate secret key.");
    }
    if (md5 == null) {
      throw INVALID_ARGUMENT.because(REQUESTS + "the client calculated MD5 of the secret key.");
    }
    return checked(encoded, md5);
  }

  private static CustomerKey checked(String encoded, String md5) {
    var key = decoded(encoded);
    if (key.length != KEY_BYTES) {
      throw INVALID_ARGUMENT.because("The secret key was invalid for the specified algorithm.");
    }
    var digest = Md5.start();
    digest.update(key);
    if (!Arrays.equals(digest.digest(), decoded(md5))) {
      throw INVALID_ARGUMENT.because(
          "The calculated MD5 hash of the key did not match the hash that was provided.");
    }
    return new CustomerKey(key, md5);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  /// The key that a request for a version must bring: that with which it was put, or none.
  public static @Nullable CustomerKey of(Structure request, Version version) {
    var key = in(request);
    var wanted = version.head().sseCustomerKeyMd5();
    if (wanted == null && key != null) {
      throw INVALID_REQUEST.because("The encryption parameters are not applicable to this object.");
    }
    if (wanted != null && key == null) {
      throw INVALID_REQUEST.because(
          "The object was stored using a form of Server Side Encryption. The correct parameters"
              + " must be provided to retrieve the object.");
    }
    if (key != null && !key.md5.equals(wanted)) {
      throw ACCESS_DENIED.because("Access Denied");
    }
    return key;
  }

  /// What HeadObject says of an object that is encrypted with it.
  public HeadObjectOutput describe(HeadObjectOutput head) {
    return head.toBuilder()
        .serverSideEncryption(null)
        .sseCustomerAlgorithm(ALGORITHM)
        .sseCustomerKeyMd5(md5)
        .build();
  }

  /// What is to be stored of an object's bytes.
  public InputStream encrypt(InputStream plain, String nonce) {
    return new CipherInputStream(plain, cipher(Cipher.ENCRYPT_MODE, nonce, 0));
  }

  /// Opens stored bytes from a block's first on.
  public interface Stored {
    Body open(long offset, long length);
  }

  /// The bytes of a range.
  public Body decrypt(Stored stored, String nonce, long offset, long length) {
    int lead = (int) (offset % BLOCK_BYTES);
    var cipher = cipher(Cipher.DECRYPT_MODE, nonce, offset / BLOCK_BYTES);
    try {
      var plain = new CipherInputStream(stored.open(offset - lead, length + lead).open(), cipher);
      plain.skipNBytes(lead);
      return new Body.OfStream(plain, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Cipher cipher(int mode, String nonce, long block) {
    var first = new BigInteger(1, HexFormat.of().parseHex(nonce));
    var sum = first.add(BigInteger.valueOf(block)).toByteArray();
    var counter = new byte[BLOCK_BYTES];
    int count = Math.min(sum.length, BLOCK_BYTES);
    System.arraycopy(sum, sum.length - count, counter, BLOCK_BYTES - count, count);
    try {
      var cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks AES", e);
    }
  }
}
