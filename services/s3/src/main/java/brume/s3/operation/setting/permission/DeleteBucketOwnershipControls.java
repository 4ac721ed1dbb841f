package brume.s3.operation.setting.permission;

import brume.model.s3.DeleteBucketOwnershipControlsRequest;
import brume.model.s3.DeleteBucketOwnershipControlsResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Removes the ownership controls of a bucket.
final class DeleteBucketOwnershipControls
    implements Operation<
        DeleteBucketOwnershipControlsRequest, DeleteBucketOwnershipControlsResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  DeleteBucketOwnershipControls(
      Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteBucketOwnershipControlsRequest input) {
    return access.toBucket(call, "PutBucketOwnershipControls", input.bucket());
  }

  @Override
  public DeleteBucketOwnershipControlsResponse run(
      Call call, DeleteBucketOwnershipControlsRequest input) {
    configurations.delete(
        buckets.get(input.bucket(), input.expectedBucketOwner()), Setting.OWNERSHIP);
    return new DeleteBucketOwnershipControlsResponse();
  }
}
