package brume.s3.operation.setting;

import brume.model.s3.DeleteBucketCorsRequest;
import brume.model.s3.DeleteBucketCorsResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets no web page use a bucket from elsewhere.
final class DeleteBucketCors
    implements Operation<DeleteBucketCorsRequest, DeleteBucketCorsResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  DeleteBucketCors(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteBucketCorsRequest input) {
    return access.toBucket(call, "PutBucketCORS", input.bucket());
  }

  @Override
  public DeleteBucketCorsResponse run(Call call, DeleteBucketCorsRequest input) {
    configurations.delete(buckets.get(input.bucket(), input.expectedBucketOwner()), Setting.CORS);
    return new DeleteBucketCorsResponse();
  }
}
