package brume.s3.operation.setting;

import static brume.model.s3.S3Error.INVALID_BUCKET_STATE;

import brume.model.s3.PutObjectLockConfigurationOutput;
import brume.model.s3.PutObjectLockConfigurationRequest;
import brume.s3.bucket.Setting;
import brume.s3.bucket.Versioning;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.object.Retention;
import brume.s3.refusal.Lacking;
import brume.s3.refusal.MalformedXml;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says how long new objects of a bucket are locked.
final class PutObjectLockConfiguration
    implements Operation<PutObjectLockConfigurationRequest, PutObjectLockConfigurationOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  PutObjectLockConfiguration(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutObjectLockConfigurationRequest input) {
    return access.toBucket(call, "PutBucketObjectLockConfiguration", input.bucket());
  }

  @Override
  public PutObjectLockConfigurationOutput run(Call call, PutObjectLockConfigurationRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    Lacking.refuse(input, "Token");
    var wanted = input.objectLockConfiguration();
    if (wanted == null || !"Enabled".equals(wanted.objectLockEnabled())) {
      throw MalformedXml.refusal();
    }
    if (configurations.versioning(bucket) != Versioning.ENABLED) {
      throw INVALID_BUCKET_STATE.because(
          "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
    }
    Retention.check(wanted);
    configurations.put(bucket, Setting.OBJECT_LOCK, wanted);
    return new PutObjectLockConfigurationOutput(null);
  }
}
