package brume.s3.operation.setting;

import brume.model.s3.DeleteBucketTaggingRequest;
import brume.model.s3.DeleteBucketTaggingResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Removes the tags of a bucket.
final class DeleteBucketTagging
    implements Operation<DeleteBucketTaggingRequest, DeleteBucketTaggingResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  DeleteBucketTagging(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteBucketTaggingRequest input) {
    return access.toBucket(call, "PutBucketTagging", input.bucket());
  }

  @Override
  public DeleteBucketTaggingResponse run(Call call, DeleteBucketTaggingRequest input) {
    configurations.delete(
        buckets.get(input.bucket(), input.expectedBucketOwner()), Setting.TAGGING);
    return new DeleteBucketTaggingResponse();
  }
}
