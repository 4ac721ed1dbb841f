package brume.s3.operation.setting;

import brume.model.s3.PutBucketWebsiteRequest;
import brume.model.s3.PutBucketWebsiteResponse;
import brume.s3.bucket.Setting;
import brume.s3.bucket.WebsiteRules;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a website of a bucket.
final class PutBucketWebsite
    implements Operation<PutBucketWebsiteRequest, PutBucketWebsiteResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  PutBucketWebsite(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutBucketWebsiteRequest input) {
    return access.toBucket(call, "PutBucketWebsite", input.bucket());
  }

  @Override
  public PutBucketWebsiteResponse run(Call call, PutBucketWebsiteRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    WebsiteRules.check(input.websiteConfiguration());
    configurations.put(bucket, Setting.WEBSITE, input.websiteConfiguration());
    return new PutBucketWebsiteResponse();
  }
}
