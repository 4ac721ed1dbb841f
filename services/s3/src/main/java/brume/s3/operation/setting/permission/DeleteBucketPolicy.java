package brume.s3.operation.setting.permission;

import brume.model.s3.DeleteBucketPolicyRequest;
import brume.model.s3.DeleteBucketPolicyResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Removes the policy of a bucket.
final class DeleteBucketPolicy
    implements Operation<DeleteBucketPolicyRequest, DeleteBucketPolicyResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  DeleteBucketPolicy(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteBucketPolicyRequest input) {
    return access.toBucket(call, "DeleteBucketPolicy", input.bucket());
  }

  @Override
  public DeleteBucketPolicyResponse run(Call call, DeleteBucketPolicyRequest input) {
    configurations.delete(buckets.get(input.bucket(), input.expectedBucketOwner()), Setting.POLICY);
    return new DeleteBucketPolicyResponse();
  }
}
