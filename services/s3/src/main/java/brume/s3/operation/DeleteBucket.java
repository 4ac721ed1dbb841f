package brume.s3.operation;

import brume.model.s3.DeleteBucketRequest;
import brume.model.s3.DeleteBucketResponse;
import brume.s3.data.Buckets;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a bucket that has no objects.
public final class DeleteBucket implements Operation<DeleteBucketRequest, DeleteBucketResponse> {
  private final Buckets buckets;
  private final BucketAccess access;

  public DeleteBucket(Buckets buckets, BucketAccess access) {
    this.buckets = buckets;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteBucketRequest input) {
    return access.toBucket(call, "DeleteBucket", input.bucket());
  }

  @Override
  public DeleteBucketResponse run(Call call, DeleteBucketRequest input) {
    buckets.delete(buckets.get(input.bucket(), input.expectedBucketOwner()));
    return new DeleteBucketResponse();
  }
}
