package brume.s3.encryption;

import static brume.model.s3.S3Error.ACCESS_DENIED;
import static brume.model.s3.S3Error.INVALID_ARGUMENT;
import static brume.model.s3.S3Error.INVALID_ENCRYPTION_ALGORITHM_ERROR;
import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.base.Body;
import brume.model.s3.HeadObjectOutput;
import brume.s3.checksum.Md5;
import brume.s3.object.Carry;
import brume.s3.object.Upload;
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
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A key of AES-256 that a request brings along.
///
/// Objects are encrypted in counter mode, so that a range is read without what stands before it;
/// each has a nonce of its own, and so has each part of one.
///
/// Source: Amazon S3 User Guide, "Using server-side encryption with customer-provided keys
/// (SSE-C)".
public final class CustomerKey {
  /// Hexadecimal digits of a nonce.
  public static final int NONCE_DIGITS = 32;

  private static final Set<String> MEMBERS =
      Set.of("ServerSideEncryption", "SSECustomerAlgorithm", "SSECustomerKeyMD5");
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

  /// The key of what the request puts or reads; null when it brings none.
  public static @Nullable CustomerKey in(Structure request) {
    var key = in(request, "");
    if (key != null && Carry.member(request, "ServerSideEncryption") != null) {
      throw INVALID_ARGUMENT.because(
          "Server Side Encryption with Customer provided key is incompatible with the encryption"
              + " method specified");
    }
    return key;
  }

  /// @param prefix of the names of the members that bring it
  private static @Nullable CustomerKey in(Structure request, String prefix) {
    var algorithm = (String) Carry.member(request, prefix + "SSECustomerAlgorithm");
    var encoded = (String) Carry.member(request, prefix + "SSECustomerKey");
    var md5 = (String) Carry.member(request, prefix + "SSECustomerKeyMD5");
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
    return of(in(request), version);
  }

  /// The key that a request to copy a version must bring for it.
  public static @Nullable CustomerKey ofSource(Structure request, Version version) {
    return of(in(request, "CopySource"), version);
  }

  private static @Nullable CustomerKey of(@Nullable CustomerKey key, Version version) {
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

  /// The key that a request for a part must bring: that with which the upload was begun, or none.
  public static @Nullable CustomerKey of(Structure request, Upload upload) {
    var key = in(request);
    var wanted = upload.request().sseCustomerKeyMd5();
    if (wanted != null && key == null) {
      throw INVALID_REQUEST.because(
          "The multipart upload initiate requested encryption. Subsequent part requests must"
              + " include the appropriate encryption parameters.");
    }
    checkFits(key, upload);
    return key;
  }

  /// Of a request that may bring the upload's key but need not.
  public static void check(Structure request, Upload upload) {
    checkFits(in(request), upload);
  }

  private static void checkFits(@Nullable CustomerKey key, Upload upload) {
    var wanted = upload.request().sseCustomerKeyMd5();
    if (key == null || key.md5.equals(wanted)) {
      return;
    }
    throw INVALID_REQUEST.because(
        wanted == null
            ? "The multipart upload initiate did not request encryption. Please resend the request"
                + " without sending encryption parameters."
            : "The provided encryption parameters did not match the ones used originally.");
  }

  /// A reply with what it says of encryption.
  ///
  /// @param md5 of the key; null for the encryption that all objects have
  public static <T extends Structure> T describe(@Nullable String md5, T output) {
    var said =
        md5 == null
            ? HeadObjectOutput.builder().serverSideEncryption(ALGORITHM).build()
            : HeadObjectOutput.builder()
                .sseCustomerAlgorithm(ALGORITHM)
                .sseCustomerKeyMd5(md5)
                .build();
    return Carry.over(said, output, MEMBERS);
  }

  /// The ETag of bytes that it encrypts, which is not their MD5 but tells them from others.
  public byte[] tag(byte[] digest, String nonce) {
    var tag = Md5.start();
    tag.update(HexFormat.of().parseHex(nonce));
    return tag.digest(digest);
  }

  /// What is to be stored of an object's bytes.
  public InputStream encrypt(InputStream plain, String nonce) {
    return new CipherInputStream(plain, cipher(Cipher.ENCRYPT_MODE, nonce, 0));
  }

  /// Opens stored bytes.
  public interface Stored {
    Body open(long offset, long length);
  }

  /// The bytes of a range.
  public Body decrypt(Stored stored, Nonces nonces, long offset, long length) {
    var pieces =
        nonces.within(offset, length).stream().map(piece -> decrypt(stored, piece)).iterator();
    return new Body.OfStream(new ChainedStream(pieces), length);
  }

  private InputStream decrypt(Stored stored, Nonces.Piece piece) {
    int lead = (int) (piece.offset() % BLOCK_BYTES);
    var cipher = cipher(Cipher.DECRYPT_MODE, piece.nonce(), piece.offset() / BLOCK_BYTES);
    long from = piece.begin() + piece.offset() - lead;
    try {
      var plain = new CipherInputStream(stored.open(from, piece.length() + lead).open(), cipher);
      plain.skipNBytes(lead);
      return plain;
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
