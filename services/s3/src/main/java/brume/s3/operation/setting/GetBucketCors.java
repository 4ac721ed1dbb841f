package brume.s3.operation.setting;

import static brume.model.s3.S3Error.NO_SUCH_CORS_CONFIGURATION;

import brume.model.s3.GetBucketCorsOutput;
import brume.model.s3.GetBucketCorsRequest;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Detail;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers which web pages may use a bucket.
final class GetBucketCors implements Operation<GetBucketCorsRequest, GetBucketCorsOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetBucketCors(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketCorsRequest input) {
    return access.toBucket(call, "GetBucketCORS", input.bucket());
  }

  @Override
  public GetBucketCorsOutput run(Call call, GetBucketCorsRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.CORS);
    if (there == null) {
      throw NO_SUCH_CORS_CONFIGURATION.because(
          "The CORS configuration does not exist", Detail.of("BucketName", bucket.name()));
    }
    return new GetBucketCorsOutput(there.corsRules());
  }
}
