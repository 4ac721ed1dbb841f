package brume.s3.operation.setting;

import brume.model.s3.DeleteBucketEncryptionRequest;
import brume.model.s3.DeleteBucketEncryptionResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Encrypts new objects as usual again.
final class DeleteBucketEncryption
    implements Operation<DeleteBucketEncryptionRequest, DeleteBucketEncryptionResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  DeleteBucketEncryption(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteBucketEncryptionRequest input) {
    return access.toBucket(call, "PutEncryptionConfiguration", input.bucket());
  }

  @Override
  public DeleteBucketEncryptionResponse run(Call call, DeleteBucketEncryptionRequest input) {
    configurations.delete(
        buckets.get(input.bucket(), input.expectedBucketOwner()), Setting.ENCRYPTION);
    return new DeleteBucketEncryptionResponse();
  }
}
