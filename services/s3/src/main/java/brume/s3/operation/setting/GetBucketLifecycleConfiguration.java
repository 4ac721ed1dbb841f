package brume.s3.operation.setting;

import static brume.model.s3.S3Error.NO_SUCH_LIFECYCLE_CONFIGURATION;

import brume.model.s3.GetBucketLifecycleConfigurationOutput;
import brume.model.s3.GetBucketLifecycleConfigurationRequest;
import brume.s3.bucket.LifecycleRules;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Detail;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers when the objects, versions and uploads of a bucket end.
final class GetBucketLifecycleConfiguration
    implements Operation<
        GetBucketLifecycleConfigurationRequest, GetBucketLifecycleConfigurationOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetBucketLifecycleConfiguration(
      Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketLifecycleConfigurationRequest input) {
    return access.toBucket(call, "GetLifecycleConfiguration", input.bucket());
  }

  @Override
  public GetBucketLifecycleConfigurationOutput run(
      Call call, GetBucketLifecycleConfigurationRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.LIFECYCLE);
    if (there == null) {
      throw NO_SUCH_LIFECYCLE_CONFIGURATION.because(
          "The lifecycle configuration does not exist", Detail.of("BucketName", bucket.name()));
    }
    return new GetBucketLifecycleConfigurationOutput(there.rules(), LifecycleRules.LEAST_MOVED);
  }
}
