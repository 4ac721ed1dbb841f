package brume.s3.operation.setting;

import static brume.model.s3.S3Error.REPLICATION_CONFIGURATION_NOT_FOUND_ERROR;

import brume.model.s3.GetBucketReplicationOutput;
import brume.model.s3.GetBucketReplicationRequest;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Detail;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers which new objects are copied to which other buckets.
final class GetBucketReplication
    implements Operation<GetBucketReplicationRequest, GetBucketReplicationOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetBucketReplication(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketReplicationRequest input) {
    return access.toBucket(call, "GetReplicationConfiguration", input.bucket());
  }

  @Override
  public GetBucketReplicationOutput run(Call call, GetBucketReplicationRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.REPLICATION);
    if (there == null) {
      throw REPLICATION_CONFIGURATION_NOT_FOUND_ERROR.because(
          "The replication configuration was not found", Detail.of("BucketName", bucket.name()));
    }
    return new GetBucketReplicationOutput(there);
  }
}
