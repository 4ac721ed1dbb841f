package brume.s3.object;

import brume.model.s3.CreateMultipartUploadRequest;
import brume.model.s3.MultipartUpload;
import brume.s3.bucket.CanonicalUser;
import brume.s3.checksum.Algorithm;
import brume.s3.checksum.ChecksumType;
import brume.shape.Kind;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An object that is being put in parts, as it is stored.
///
/// @param request what the object will be; a customer's key is not kept
/// @param account of whoever began it
public record Upload(
    String id, Instant initiated, String account, CreateMultipartUploadRequest request)
    implements Structure {
  public static final StructureShape<Upload> SHAPE =
      StructureShape.structure(
          "Upload",
          Upload::of,
          Member.of("Id", SimpleShape.STRING),
          Member.of("Initiated", SimpleShape.of("Timestamp", Kind.TIMESTAMP)),
          Member.of("Account", SimpleShape.STRING),
          Member.of("Request", () -> CreateMultipartUploadRequest.SHAPE));

  public Upload {
    request = request.toBuilder().sseCustomerKey(null).build();
  }

  private static Upload of(@Nullable Object[] values) {
    return new Upload(
        (String) Objects.requireNonNull(values[0]),
        (Instant) Objects.requireNonNull(values[1]),
        (String) Objects.requireNonNull(values[2]),
        (CreateMultipartUploadRequest) Objects.requireNonNull(values[3]));
  }

  /// With which the checksums of its parts are computed; null when each part may choose.
  public @Nullable Algorithm algorithm() {
    var name = request.checksumAlgorithm();
    return name == null ? null : Algorithm.valueOf(name);
  }

  /// Source: Amazon S3 User Guide, "Full object and composite checksum types": hashes are
  /// composite, CRC-64 covers the object, the others are composite unless asked.
  ///
  /// @param algorithm of its parts
  public ChecksumType checksumType(Algorithm algorithm) {
    if (request.checksumType() != null) {
      return ChecksumType.valueOf(request.checksumType());
    }
    return algorithm == Algorithm.CRC64NVME ? ChecksumType.FULL_OBJECT : ChecksumType.COMPOSITE;
  }

  /// Null when each part may choose its algorithm.
  public @Nullable String checksumType() {
    var algorithm = algorithm();
    return algorithm == null ? null : checksumType(algorithm).name();
  }

  public String storageClass() {
    return request.storageClass() == null ? "STANDARD" : request.storageClass();
  }

  public MultipartUpload listed(String key, String owner) {
    return MultipartUpload.builder()
        .key(key)
        .uploadId(id)
        .initiated(initiated)
        .initiator(CanonicalUser.initiator(account))
        .owner(CanonicalUser.owner(owner))
        .storageClass(storageClass())
        .checksumAlgorithm(request.checksumAlgorithm())
        .checksumType(checksumType())
        .build();
  }

  @Override
  public StructureShape<?> shape() {
    return SHAPE;
  }

  @Override
  public Object member(int index) {
    return switch (index) {
      case 0 -> id;
      case 1 -> initiated;
      case 2 -> account;
      default -> request;
    };
  }
}
