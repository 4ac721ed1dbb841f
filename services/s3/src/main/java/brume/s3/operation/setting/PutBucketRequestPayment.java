package brume.s3.operation.setting;

import brume.model.s3.PutBucketRequestPaymentRequest;
import brume.model.s3.PutBucketRequestPaymentResponse;
import brume.s3.data.Buckets;
import brume.s3.refusal.Lacking;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says who pays for requests: here it is always the owner of the bucket.
final class PutBucketRequestPayment
    implements Operation<PutBucketRequestPaymentRequest, PutBucketRequestPaymentResponse> {
  private final Buckets buckets;
  private final BucketAccess access;

  PutBucketRequestPayment(Buckets buckets, BucketAccess access) {
    this.buckets = buckets;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutBucketRequestPaymentRequest input) {
    return access.toBucket(call, "PutBucketRequestPayment", input.bucket());
  }

  @Override
  public PutBucketRequestPaymentResponse run(Call call, PutBucketRequestPaymentRequest input) {
    var _ = buckets.get(input.bucket(), input.expectedBucketOwner());
    var payer = input.requestPaymentConfiguration().payer();
    if (!payer.equals(GetBucketRequestPayment.OWNER)) {
      throw Lacking.of("buckets whose requests are paid by the " + payer);
    }
    return new PutBucketRequestPaymentResponse();
  }
}
