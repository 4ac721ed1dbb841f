package brume.s3.operation.multipart;

import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.model.s3.CreateMultipartUploadOutput;
import brume.model.s3.CreateMultipartUploadRequest;
import brume.s3.checksum.ChecksumType;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.data.Uploads;
import brume.s3.encryption.CustomerKey;
import brume.s3.object.ObjectKey;
import brume.s3.object.Tags;
import brume.s3.object.Upload;
import brume.s3.object.VersionId;
import brume.s3.request.BucketAccess;
import brume.s3.request.CannedAcl;
import brume.s3.request.Described;
import brume.s3.request.Payload;
import brume.s3.request.WriteConditions;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Locale;

/// Begins an object that is put in parts.
public final class CreateMultipartUpload
    implements Operation<CreateMultipartUploadRequest, CreateMultipartUploadOutput> {
  private static final int MORE_DIGITS = 32;

  private final Buckets buckets;
  private final Uploads uploads;
  private final Configurations configurations;
  private final BucketAccess access;

  public CreateMultipartUpload(
      Buckets buckets, Uploads uploads, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.uploads = uploads;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, CreateMultipartUploadRequest input) {
    var needs =
        WriteConditions.of(access.toObject(call, "PutObject", input.bucket(), input.key()), input);
    return input.tagging() == null
        ? needs
        : needs.and(access.toObject(call, "PutObjectTagging", input.bucket(), input.key()));
  }

  @Override
  public CreateMultipartUploadOutput run(Call call, CreateMultipartUploadRequest input) {
    ObjectKey.check(input.key());
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    CannedAcl.check(input, configurations, bucket);
    var _ = CustomerKey.in(input);
    var _ = Described.of(input);
    Tags.ofHeader(input.tagging());
    checkChecksum(input);
    // the ids of a key's uploads sort by when they began
    var id = VersionId.of(call.now().toEpochMilli(), call.ids()) + call.ids().hex(MORE_DIGITS);
    var upload = new Upload(id, call.now(), call.caller().account(), input);
    uploads.begin(bucket, input.key(), upload);
    var output =
        CreateMultipartUploadOutput.builder()
            .bucket(bucket.name())
            .key(input.key())
            .uploadId(id)
            .checksumAlgorithm(input.checksumAlgorithm())
            .checksumType(upload.checksumType())
            .build();
    return CustomerKey.describe(input.sseCustomerKeyMd5(), output);
  }

  private static void checkChecksum(CreateMultipartUploadRequest input) {
    var named = input.checksumAlgorithm();
    var type = input.checksumType();
    if (named == null && type != null) {
      throw INVALID_REQUEST.because(
          "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm"
              + " header.");
    }
    if (named == null) {
      return;
    }
    var algorithm = Payload.algorithm(named);
    var only = algorithm.onlyType();
    if (type != null && only != null && ChecksumType.valueOf(type) != only) {
      throw INVALID_REQUEST.because(
          "The "
              + type
              + " checksum type cannot be used with the "
              + named.toLowerCase(Locale.ROOT)
              + " checksum algorithm.");
    }
  }
}
