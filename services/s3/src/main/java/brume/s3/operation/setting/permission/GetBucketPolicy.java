package brume.s3.operation.setting.permission;

import static brume.model.s3.S3Error.NO_SUCH_BUCKET_POLICY;

import brume.model.s3.GetBucketPolicyOutput;
import brume.model.s3.GetBucketPolicyRequest;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Detail;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says what the policy of a bucket is.
final class GetBucketPolicy implements Operation<GetBucketPolicyRequest, GetBucketPolicyOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetBucketPolicy(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketPolicyRequest input) {
    return access.toBucket(call, "GetBucketPolicy", input.bucket());
  }

  @Override
  public GetBucketPolicyOutput run(Call call, GetBucketPolicyRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.POLICY);
    if (there == null) {
      throw NO_SUCH_BUCKET_POLICY.because(
          "The bucket policy does not exist", Detail.of("BucketName", bucket.name()));
    }
    return there;
  }
}
