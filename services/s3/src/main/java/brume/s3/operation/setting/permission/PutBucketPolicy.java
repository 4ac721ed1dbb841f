package brume.s3.operation.setting.permission;

import static brume.model.s3.S3Error.ACCESS_DENIED;

import brume.model.s3.GetBucketPolicyOutput;
import brume.model.s3.PutBucketPolicyRequest;
import brume.model.s3.PutBucketPolicyResponse;
import brume.s3.bucket.BucketPolicy;
import brume.s3.bucket.PublicPolicy;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts the policy of a bucket, which says who else may use it.
final class PutBucketPolicy implements Operation<PutBucketPolicyRequest, PutBucketPolicyResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  PutBucketPolicy(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutBucketPolicyRequest input) {
    return access.toBucket(call, "PutBucketPolicy", input.bucket());
  }

  @Override
  public PutBucketPolicyResponse run(Call call, PutBucketPolicyRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    BucketPolicy.check(bucket, input.policy());
    var block = configurations.get(bucket, Setting.PUBLIC_ACCESS_BLOCK);
    if (block != null
        && Boolean.TRUE.equals(block.blockPublicPolicy())
        && PublicPolicy.isPublic(input.policy())) {
      throw ACCESS_DENIED.because(
          "User: "
              + call.caller().arn()
              + " is not authorized to perform: s3:PutBucketPolicy on resource: \""
              + bucket.arn()
              + "\" because public policies are prevented by the BlockPublicPolicy setting in S3"
              + " Block Public Access.");
    }
    configurations.put(bucket, Setting.POLICY, new GetBucketPolicyOutput(input.policy()));
    return new PutBucketPolicyResponse();
  }
}
