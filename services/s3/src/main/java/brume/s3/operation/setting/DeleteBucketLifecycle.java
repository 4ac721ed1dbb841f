package brume.s3.operation.setting;

import brume.model.s3.DeleteBucketLifecycleRequest;
import brume.model.s3.DeleteBucketLifecycleResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets objects stay for ever.
final class DeleteBucketLifecycle
    implements Operation<DeleteBucketLifecycleRequest, DeleteBucketLifecycleResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  DeleteBucketLifecycle(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteBucketLifecycleRequest input) {
    return access.toBucket(call, "PutLifecycleConfiguration", input.bucket());
  }

  @Override
  public DeleteBucketLifecycleResponse run(Call call, DeleteBucketLifecycleRequest input) {
    configurations.delete(
        buckets.get(input.bucket(), input.expectedBucketOwner()), Setting.LIFECYCLE);
    return new DeleteBucketLifecycleResponse();
  }
}
