package brume.s3.operation.setting.permission;

import brume.model.s3.DeletePublicAccessBlockRequest;
import brume.model.s3.DeletePublicAccessBlockResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets a bucket block nothing.
final class DeletePublicAccessBlock
    implements Operation<DeletePublicAccessBlockRequest, DeletePublicAccessBlockResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  DeletePublicAccessBlock(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeletePublicAccessBlockRequest input) {
    return access.toBucket(call, "PutBucketPublicAccessBlock", input.bucket());
  }

  @Override
  public DeletePublicAccessBlockResponse run(Call call, DeletePublicAccessBlockRequest input) {
    configurations.delete(
        buckets.get(input.bucket(), input.expectedBucketOwner()), Setting.PUBLIC_ACCESS_BLOCK);
    return new DeletePublicAccessBlockResponse();
  }
}
