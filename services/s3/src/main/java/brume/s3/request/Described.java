package brume.s3.request;

import static brume.model.s3.S3Error.INVALID_ENCRYPTION_ALGORITHM_ERROR;
import static brume.model.s3.S3Error.METADATA_TOO_LARGE;

import brume.model.s3.HeadObjectOutput;
import brume.s3.bucket.StorageClass;
import brume.s3.encryption.CustomerKey;
import brume.s3.object.Carry;
import brume.s3.refusal.Detail;
import brume.s3.refusal.Lacking;
import brume.shape.Structure;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a request says of an object that it puts: headers, metadata, storage class.
///
/// What stands behind `AES256` is the encryption of the disk; Brume adds none of its own.
public final class Described {
  /// The answer to every write and read: S3 encrypts all objects.
  public static final String ENCRYPTION = "AES256";

  /// Of all names and values together. Source: Amazon S3 User Guide, "Working with object
  /// metadata".
  static final int MAX_METADATA_BYTES = 2048;

  private static final String STANDARD = "STANDARD";

  /// What a copy takes over from its source unless it is told otherwise.
  public static final Set<String> METADATA =
      Set.of(
          "CacheControl",
          "ContentDisposition",
          "ContentEncoding",
          "ContentLanguage",
          "ContentType",
          "Expires",
          "Metadata");

  private static final Set<String> OTHERS =
      Set.of(
          "WebsiteRedirectLocation",
          "ObjectLockMode",
          "ObjectLockRetainUntilDate",
          "ObjectLockLegalHoldStatus");

  private Described() {}

  /// Of the request of PutObject, CopyObject or CreateMultipartUpload, whose customer's key is
  /// [CustomerKey]'s to check.
  public static HeadObjectOutput of(Structure request) {
    Lacking.refuse(
        request, "SSEKMSKeyId", "SSEKMSEncryptionContext", "BucketKeyEnabled", "WriteOffsetBytes");
    checkEncryption(text(request, "ServerSideEncryption"));
    var named = Carry.over(request, HeadObjectOutput.builder().build(), METADATA);
    var head = Carry.over(request, named, OTHERS);
    checkMetadata(head.metadata());
    return CustomerKey.describe(text(request, "SSECustomerKeyMD5"), described(head, request));
  }

  private static HeadObjectOutput described(HeadObjectOutput head, Structure request) {
    var type = head.contentType();
    return head.toBuilder()
        .contentType(type == null || type.isEmpty() ? "binary/octet-stream" : type)
        .storageClass(storageClass(text(request, "StorageClass")))
        .acceptRanges("bytes")
        .build();
  }

  private static @Nullable String text(Structure request, String member) {
    return (String) request.member(request.shape().indexOf(member));
  }

  private static void checkEncryption(@Nullable String algorithm) {
    if (algorithm == null || algorithm.equals(ENCRYPTION)) {
      return;
    }
    if (algorithm.startsWith("aws:")) {
      throw Lacking.of("the encryption " + algorithm);
    }
    throw INVALID_ENCRYPTION_ALGORITHM_ERROR.because(
        "The encryption request that you specified is not valid. The valid value is AES256.");
  }

  /// Null for the standard one, which replies leave out.
  private static @Nullable String storageClass(@Nullable String wanted) {
    if (wanted != null && StorageClass.named(wanted).isEmpty()) {
      throw Lacking.of("the storage class " + wanted);
    }
    return STANDARD.equals(wanted) ? null : wanted;
  }

  private static void checkMetadata(@Nullable Map<String, String> metadata) {
    int bytes = 0;
    for (var entry : metadata == null ? Map.<String, String>of().entrySet() : metadata.entrySet()) {
      bytes += entry.getKey().getBytes(StandardCharsets.UTF_8).length;
      bytes += entry.getValue().getBytes(StandardCharsets.UTF_8).length;
    }
    if (bytes > MAX_METADATA_BYTES) {
      throw METADATA_TOO_LARGE.because(
          "Your metadata headers exceed the maximum allowed metadata size",
          Detail.of("Size", "" + bytes, "MaxSizeAllowed", "" + MAX_METADATA_BYTES));
    }
  }
}
