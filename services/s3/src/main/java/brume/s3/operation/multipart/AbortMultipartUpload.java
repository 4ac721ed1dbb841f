package brume.s3.operation.multipart;

import brume.model.s3.AbortMultipartUploadOutput;
import brume.model.s3.AbortMultipartUploadRequest;
import brume.s3.data.Buckets;
import brume.s3.data.Uploads;
import brume.s3.object.Conditions;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.temporal.ChronoUnit;

/// Ends an upload and forgets its parts.
public final class AbortMultipartUpload
    implements Operation<AbortMultipartUploadRequest, AbortMultipartUploadOutput> {
  private final Buckets buckets;
  private final Uploads uploads;
  private final BucketAccess access;

  public AbortMultipartUpload(Buckets buckets, Uploads uploads, BucketAccess access) {
    this.buckets = buckets;
    this.uploads = uploads;
    this.access = access;
  }

  @Override
  public Access access(Call call, AbortMultipartUploadRequest input) {
    return access.toObject(call, name(), input.bucket(), input.key());
  }

  @Override
  public AbortMultipartUploadOutput run(Call call, AbortMultipartUploadRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var wanted = input.ifMatchInitiatedTime();
    var begun = uploads.get(bucket, input.key(), input.uploadId()).initiated();
    if (wanted != null && !wanted.equals(begun.truncatedTo(ChronoUnit.SECONDS))) {
      throw Conditions.failed("x-amz-if-match-initiated-time");
    }
    uploads.abort(bucket, input.key(), input.uploadId());
    return new AbortMultipartUploadOutput(null);
  }
}
