package brume.s3.operation;

import brume.model.s3.HeadBucketOutput;
import brume.model.s3.HeadBucketRequest;
import brume.s3.data.Buckets;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says whether a bucket is there and the caller may list it.
public final class HeadBucket implements Operation<HeadBucketRequest, HeadBucketOutput> {
  private final Buckets buckets;
  private final BucketAccess access;

  public HeadBucket(Buckets buckets, BucketAccess access) {
    this.buckets = buckets;
    this.access = access;
  }

  @Override
  public Access access(Call call, HeadBucketRequest input) {
    return access.toBucket(call, "ListBucket", input.bucket());
  }

  @Override
  public HeadBucketOutput run(Call call, HeadBucketRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    return HeadBucketOutput.builder()
        .bucketRegion(bucket.scope().region())
        .bucketArn(bucket.arn())
        .accessPointAlias(false)
        .build();
  }
}
