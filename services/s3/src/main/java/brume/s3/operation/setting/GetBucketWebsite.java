package brume.s3.operation.setting;

import static brume.model.s3.S3Error.NO_SUCH_WEBSITE_CONFIGURATION;

import brume.model.s3.GetBucketWebsiteOutput;
import brume.model.s3.GetBucketWebsiteRequest;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.object.Carry;
import brume.s3.refusal.Detail;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers what website a bucket is.
final class GetBucketWebsite implements Operation<GetBucketWebsiteRequest, GetBucketWebsiteOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetBucketWebsite(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketWebsiteRequest input) {
    return access.toBucket(call, "GetBucketWebsite", input.bucket());
  }

  @Override
  public GetBucketWebsiteOutput run(Call call, GetBucketWebsiteRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.WEBSITE);
    if (there == null) {
      throw NO_SUCH_WEBSITE_CONFIGURATION.because(
          "The specified bucket does not have a website configuration",
          Detail.of("BucketName", bucket.name()));
    }
    return Carry.all(there, GetBucketWebsiteOutput.builder().build());
  }
}
