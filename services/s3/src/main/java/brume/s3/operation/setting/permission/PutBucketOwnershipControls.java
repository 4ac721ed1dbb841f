package brume.s3.operation.setting.permission;

import brume.model.s3.PutBucketOwnershipControlsRequest;
import brume.model.s3.PutBucketOwnershipControlsResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says who owns objects that others put.
final class PutBucketOwnershipControls
    implements Operation<PutBucketOwnershipControlsRequest, PutBucketOwnershipControlsResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  PutBucketOwnershipControls(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutBucketOwnershipControlsRequest input) {
    return access.toBucket(call, "PutBucketOwnershipControls", input.bucket());
  }

  @Override
  public PutBucketOwnershipControlsResponse run(
      Call call, PutBucketOwnershipControlsRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    configurations.put(bucket, Setting.OWNERSHIP, input.ownershipControls());
    return new PutBucketOwnershipControlsResponse();
  }
}
