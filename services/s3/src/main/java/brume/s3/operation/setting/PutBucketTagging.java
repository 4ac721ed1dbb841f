package brume.s3.operation.setting;

import brume.model.s3.PutBucketTaggingRequest;
import brume.model.s3.PutBucketTaggingResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.object.Tags;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts the tags of a bucket in place of all that it has.
final class PutBucketTagging
    implements Operation<PutBucketTaggingRequest, PutBucketTaggingResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  PutBucketTagging(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutBucketTaggingRequest input) {
    return access.toBucket(call, "PutBucketTagging", input.bucket());
  }

  @Override
  public PutBucketTaggingResponse run(Call call, PutBucketTaggingRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    Tags.checked(input.tagging().tagSet(), Tags.MAX_OF_BUCKET);
    configurations.put(bucket, Setting.TAGGING, input.tagging());
    return new PutBucketTaggingResponse();
  }
}
