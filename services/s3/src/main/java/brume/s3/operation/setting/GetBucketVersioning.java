package brume.s3.operation.setting;

import brume.model.s3.GetBucketVersioningOutput;
import brume.model.s3.GetBucketVersioningRequest;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says whether a bucket keeps versions; nothing where it never did.
final class GetBucketVersioning
    implements Operation<GetBucketVersioningRequest, GetBucketVersioningOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetBucketVersioning(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketVersioningRequest input) {
    return access.toBucket(call, "GetBucketVersioning", input.bucket());
  }

  @Override
  public GetBucketVersioningOutput run(Call call, GetBucketVersioningRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.VERSIONING);
    return GetBucketVersioningOutput.builder()
        .status(there == null ? null : there.status())
        .build();
  }
}
