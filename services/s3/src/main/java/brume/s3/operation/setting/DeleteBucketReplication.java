package brume.s3.operation.setting;

import brume.model.s3.DeleteBucketReplicationRequest;
import brume.model.s3.DeleteBucketReplicationResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Has no more objects copied. Copies that are owed are still made.
final class DeleteBucketReplication
    implements Operation<DeleteBucketReplicationRequest, DeleteBucketReplicationResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  DeleteBucketReplication(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteBucketReplicationRequest input) {
    return access.toBucket(call, "PutReplicationConfiguration", input.bucket());
  }

  @Override
  public DeleteBucketReplicationResponse run(Call call, DeleteBucketReplicationRequest input) {
    configurations.delete(
        buckets.get(input.bucket(), input.expectedBucketOwner()), Setting.REPLICATION);
    return new DeleteBucketReplicationResponse();
  }
}
