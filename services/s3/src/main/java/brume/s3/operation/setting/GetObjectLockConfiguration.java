package brume.s3.operation.setting;

import static brume.model.s3.S3Error.OBJECT_LOCK_CONFIGURATION_NOT_FOUND_ERROR;

import brume.model.s3.GetObjectLockConfigurationOutput;
import brume.model.s3.GetObjectLockConfigurationRequest;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Detail;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers how long new objects of a bucket are locked.
final class GetObjectLockConfiguration
    implements Operation<GetObjectLockConfigurationRequest, GetObjectLockConfigurationOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetObjectLockConfiguration(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetObjectLockConfigurationRequest input) {
    return access.toBucket(call, "GetBucketObjectLockConfiguration", input.bucket());
  }

  @Override
  public GetObjectLockConfigurationOutput run(Call call, GetObjectLockConfigurationRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.OBJECT_LOCK);
    if (there == null) {
      throw OBJECT_LOCK_CONFIGURATION_NOT_FOUND_ERROR.because(
          "Object Lock configuration does not exist for this bucket",
          Detail.of("BucketName", bucket.name()));
    }
    return new GetObjectLockConfigurationOutput(there);
  }
}
