package brume.s3.operation.setting;

import static brume.model.s3.S3Error.NO_SUCH_TAG_SET;

import brume.model.s3.GetBucketTaggingOutput;
import brume.model.s3.GetBucketTaggingRequest;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Detail;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers the tags of a bucket.
final class GetBucketTagging implements Operation<GetBucketTaggingRequest, GetBucketTaggingOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetBucketTagging(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketTaggingRequest input) {
    return access.toBucket(call, "GetBucketTagging", input.bucket());
  }

  @Override
  public GetBucketTaggingOutput run(Call call, GetBucketTaggingRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.TAGGING);
    if (there == null) {
      throw NO_SUCH_TAG_SET.because(
          "The TagSet does not exist", Detail.of("BucketName", bucket.name()));
    }
    return new GetBucketTaggingOutput(there.tagSet());
  }
}
