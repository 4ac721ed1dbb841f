package brume.s3.operation;

import brume.model.s3.GetBucketAclOutput;
import brume.model.s3.GetBucketAclRequest;
import brume.s3.bucket.CanonicalUser;
import brume.s3.data.Buckets;
import brume.s3.request.BucketAccess;
import brume.s3.request.BucketAcl;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers who owns a bucket.
public final class GetBucketAcl implements Operation<GetBucketAclRequest, GetBucketAclOutput> {
  private final Buckets buckets;
  private final BucketAccess access;

  public GetBucketAcl(Buckets buckets, BucketAccess access) {
    this.buckets = buckets;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketAclRequest input) {
    return access.toBucket(call, "GetBucketAcl", input.bucket());
  }

  @Override
  public GetBucketAclOutput run(Call call, GetBucketAclRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    return GetBucketAclOutput.builder()
        .owner(CanonicalUser.owner(bucket.owner()))
        .grants(BucketAcl.grants(bucket))
        .build();
  }
}
