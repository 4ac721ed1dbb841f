package brume.s3.operation;

import brume.model.s3.GetBucketLocationOutput;
import brume.model.s3.GetBucketLocationRequest;
import brume.s3.data.Buckets;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says in which region a bucket is; of the first region, by saying nothing.
public final class GetBucketLocation
    implements Operation<GetBucketLocationRequest, GetBucketLocationOutput> {
  private static final String FIRST_REGION = "us-east-1";

  private final Buckets buckets;
  private final BucketAccess access;

  public GetBucketLocation(Buckets buckets, BucketAccess access) {
    this.buckets = buckets;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketLocationRequest input) {
    return access.toBucket(call, "GetBucketLocation", input.bucket());
  }

  @Override
  public GetBucketLocationOutput run(Call call, GetBucketLocationRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var region = bucket.scope().region();
    return GetBucketLocationOutput.builder()
        .locationConstraint(region.equals(FIRST_REGION) ? null : region)
        .build();
  }
}
