package brume.s3.operation.setting;

import brume.model.s3.DeleteBucketWebsiteRequest;
import brume.model.s3.DeleteBucketWebsiteResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets a bucket be a website no longer.
final class DeleteBucketWebsite
    implements Operation<DeleteBucketWebsiteRequest, DeleteBucketWebsiteResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  DeleteBucketWebsite(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteBucketWebsiteRequest input) {
    return access.toBucket(call, "DeleteBucketWebsite", input.bucket());
  }

  @Override
  public DeleteBucketWebsiteResponse run(Call call, DeleteBucketWebsiteRequest input) {
    configurations.delete(
        buckets.get(input.bucket(), input.expectedBucketOwner()), Setting.WEBSITE);
    return new DeleteBucketWebsiteResponse();
  }
}
