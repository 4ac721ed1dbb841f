package brume.s3.operation.setting;

import brume.model.s3.GetBucketRequestPaymentOutput;
import brume.model.s3.GetBucketRequestPaymentRequest;
import brume.s3.data.Buckets;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers who pays for requests: the owner of the bucket.
final class GetBucketRequestPayment
    implements Operation<GetBucketRequestPaymentRequest, GetBucketRequestPaymentOutput> {
  static final String OWNER = "BucketOwner";

  private final Buckets buckets;
  private final BucketAccess access;

  GetBucketRequestPayment(Buckets buckets, BucketAccess access) {
    this.buckets = buckets;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketRequestPaymentRequest input) {
    return access.toBucket(call, "GetBucketRequestPayment", input.bucket());
  }

  @Override
  public GetBucketRequestPaymentOutput run(Call call, GetBucketRequestPaymentRequest input) {
    var _ = buckets.get(input.bucket(), input.expectedBucketOwner());
    return GetBucketRequestPaymentOutput.builder().payer(OWNER).build();
  }
}
