package brume.s3.operation.multipart;

import brume.model.s3.CopyPartResult;
import brume.model.s3.UploadPartCopyOutput;
import brume.model.s3.UploadPartCopyRequest;
import brume.s3.data.Buckets;
import brume.s3.data.Uploads;
import brume.s3.encryption.CustomerKey;
import brume.s3.object.Carry;
import brume.s3.request.BucketAccess;
import brume.s3.request.Copying;
import brume.s3.request.PartTarget;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts a part that is copied from an object, or from a range of it.
public final class UploadPartCopy
    implements Operation<UploadPartCopyRequest, UploadPartCopyOutput> {
  private final Buckets buckets;
  private final Uploads uploads;
  private final Copying copying;
  private final BucketAccess access;

  public UploadPartCopy(Buckets buckets, Uploads uploads, Copying copying, BucketAccess access) {
    this.buckets = buckets;
    this.uploads = uploads;
    this.copying = copying;
    this.access = access;
  }

  @Override
  public Access access(Call call, UploadPartCopyRequest input) {
    return access
        .toObject(call, "PutObject", input.bucket(), input.key())
        .where("s3:x-amz-copy-source", input.copySource())
        .and(copying.access(call, input.copySource()));
  }

  @Override
  public UploadPartCopyOutput run(Call call, UploadPartCopyRequest input) {
    PartTarget.checkNumber(input.partNumber());
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var upload = uploads.get(bucket, input.key(), input.uploadId());
    var source = copying.find(call, input);
    var received = copying.part(source, input, upload, call.ids());
    var part = received.part(input.partNumber(), call.now());
    uploads.put(bucket, input.key(), upload.id(), part);
    var output =
        UploadPartCopyOutput.builder()
            .copySourceVersionId(source.found().versionId())
            .copyPartResult(Carry.all(part.part(), CopyPartResult.builder().build()))
            .build();
    return CustomerKey.describe(upload.request().sseCustomerKeyMd5(), output);
  }
}
