package brume.s3.operation.setting;

import static brume.model.s3.S3Error.MISSING_REQUEST_BODY_ERROR;

import brume.model.s3.PutBucketLifecycleConfigurationOutput;
import brume.model.s3.PutBucketLifecycleConfigurationRequest;
import brume.s3.bucket.LifecycleRules;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Lacking;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says when the objects, versions and uploads of a bucket end.
final class PutBucketLifecycleConfiguration
    implements Operation<
        PutBucketLifecycleConfigurationRequest, PutBucketLifecycleConfigurationOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  PutBucketLifecycleConfiguration(
      Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutBucketLifecycleConfigurationRequest input) {
    return access.toBucket(call, "PutLifecycleConfiguration", input.bucket());
  }

  @Override
  public PutBucketLifecycleConfigurationOutput run(
      Call call, PutBucketLifecycleConfigurationRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var least = input.transitionDefaultMinimumObjectSize();
    if (least != null && !least.equals(LifecycleRules.LEAST_MOVED)) {
      throw Lacking.of("the TransitionDefaultMinimumObjectSize " + least);
    }
    var wanted = input.lifecycleConfiguration();
    if (wanted == null) {
      throw MISSING_REQUEST_BODY_ERROR.because("Request Body is empty");
    }
    LifecycleRules.check(wanted);
    configurations.put(bucket, Setting.LIFECYCLE, wanted);
    return new PutBucketLifecycleConfigurationOutput(LifecycleRules.LEAST_MOVED);
  }
}
