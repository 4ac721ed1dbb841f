package brume.s3.operation.setting.permission;

import brume.model.s3.PutPublicAccessBlockRequest;
import brume.model.s3.PutPublicAccessBlockResponse;
import brume.s3.bucket.Blocking;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says what of public access a bucket blocks.
final class PutPublicAccessBlock
    implements Operation<PutPublicAccessBlockRequest, PutPublicAccessBlockResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  PutPublicAccessBlock(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutPublicAccessBlockRequest input) {
    return access.toBucket(call, "PutBucketPublicAccessBlock", input.bucket());
  }

  @Override
  public PutPublicAccessBlockResponse run(Call call, PutPublicAccessBlockRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    configurations.put(
        bucket,
        Setting.PUBLIC_ACCESS_BLOCK,
        Blocking.complete(input.publicAccessBlockConfiguration()));
    return new PutPublicAccessBlockResponse();
  }
}
