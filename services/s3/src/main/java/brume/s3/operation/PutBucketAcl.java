package brume.s3.operation;

import brume.model.s3.PutBucketAclRequest;
import brume.model.s3.PutBucketAclResponse;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.s3.request.BucketAcl;
import brume.s3.request.CannedAcl;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes the access control list that holds anyway, and no other.
public final class PutBucketAcl implements Operation<PutBucketAclRequest, PutBucketAclResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  public PutBucketAcl(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutBucketAclRequest input) {
    var needs = access.toBucket(call, name(), input.bucket());
    return input.acl() == null ? needs : needs.where("s3:x-amz-acl", input.acl());
  }

  @Override
  public PutBucketAclResponse run(Call call, PutBucketAclRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    CannedAcl.check(input, configurations, bucket);
    BucketAcl.check(bucket, input.accessControlPolicy());
    return new PutBucketAclResponse();
  }
}
