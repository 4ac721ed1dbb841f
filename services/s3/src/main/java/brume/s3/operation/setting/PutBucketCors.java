package brume.s3.operation.setting;

import brume.model.s3.PutBucketCorsRequest;
import brume.model.s3.PutBucketCorsResponse;
import brume.s3.bucket.CorsRules;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says which web pages may use a bucket.
final class PutBucketCors implements Operation<PutBucketCorsRequest, PutBucketCorsResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  PutBucketCors(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutBucketCorsRequest input) {
    return access.toBucket(call, "PutBucketCORS", input.bucket());
  }

  @Override
  public PutBucketCorsResponse run(Call call, PutBucketCorsRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    CorsRules.check(input.corsConfiguration());
    configurations.put(bucket, Setting.CORS, input.corsConfiguration());
    return new PutBucketCorsResponse();
  }
}
