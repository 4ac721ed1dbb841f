package brume.s3.operation.setting.permission;

import static brume.model.s3.S3Error.NO_SUCH_BUCKET_POLICY;

import brume.model.s3.GetBucketPolicyStatusOutput;
import brume.model.s3.GetBucketPolicyStatusRequest;
import brume.model.s3.PolicyStatus;
import brume.s3.bucket.PublicPolicy;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Detail;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Says whether the policy of a bucket lets anyone in.
final class GetBucketPolicyStatus
    implements Operation<GetBucketPolicyStatusRequest, GetBucketPolicyStatusOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetBucketPolicyStatus(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketPolicyStatusRequest input) {
    return access.toBucket(call, "GetBucketPolicyStatus", input.bucket());
  }

  @Override
  public GetBucketPolicyStatusOutput run(Call call, GetBucketPolicyStatusRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.POLICY);
    if (there == null) {
      throw NO_SUCH_BUCKET_POLICY.because(
          "The bucket policy does not exist", Detail.of("BucketName", bucket.name()));
    }
    return new GetBucketPolicyStatusOutput(
        new PolicyStatus(PublicPolicy.isPublic(Objects.requireNonNull(there.policy()))));
  }
}
