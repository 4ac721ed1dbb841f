package brume.s3.operation.setting.permission;

import static brume.model.s3.S3Error.OWNERSHIP_CONTROLS_NOT_FOUND_ERROR;

import brume.model.s3.GetBucketOwnershipControlsOutput;
import brume.model.s3.GetBucketOwnershipControlsRequest;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Detail;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers who owns objects that others put.
final class GetBucketOwnershipControls
    implements Operation<GetBucketOwnershipControlsRequest, GetBucketOwnershipControlsOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetBucketOwnershipControls(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketOwnershipControlsRequest input) {
    return access.toBucket(call, "GetBucketOwnershipControls", input.bucket());
  }

  @Override
  public GetBucketOwnershipControlsOutput run(Call call, GetBucketOwnershipControlsRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.OWNERSHIP);
    if (there == null) {
      throw OWNERSHIP_CONTROLS_NOT_FOUND_ERROR.because(
          "The bucket ownership controls were not found", Detail.of("BucketName", bucket.name()));
    }
    return new GetBucketOwnershipControlsOutput(there);
  }
}
