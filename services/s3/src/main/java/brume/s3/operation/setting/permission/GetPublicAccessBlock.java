package brume.s3.operation.setting.permission;

import static brume.model.s3.S3Error.NO_SUCH_PUBLIC_ACCESS_BLOCK_CONFIGURATION;

import brume.model.s3.GetPublicAccessBlockOutput;
import brume.model.s3.GetPublicAccessBlockRequest;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Detail;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers what of public access a bucket blocks.
final class GetPublicAccessBlock
    implements Operation<GetPublicAccessBlockRequest, GetPublicAccessBlockOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetPublicAccessBlock(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetPublicAccessBlockRequest input) {
    return access.toBucket(call, "GetBucketPublicAccessBlock", input.bucket());
  }

  @Override
  public GetPublicAccessBlockOutput run(Call call, GetPublicAccessBlockRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.PUBLIC_ACCESS_BLOCK);
    if (there == null) {
      throw NO_SUCH_PUBLIC_ACCESS_BLOCK_CONFIGURATION.because(
          "The public access block configuration was not found",
          Detail.of("BucketName", bucket.name()));
    }
    return new GetPublicAccessBlockOutput(there);
  }
}
