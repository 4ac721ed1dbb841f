package brume.s3.operation;

import brume.model.s3.PutObjectLegalHoldOutput;
import brume.model.s3.PutObjectLegalHoldRequest;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.data.Versions;
import brume.s3.notification.Cause;
import brume.s3.request.BucketAccess;
import brume.s3.request.Changeable;
import brume.s3.request.ObjectLock;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Holds a version until it is let go.
public final class PutObjectLegalHold
    implements Operation<PutObjectLegalHoldRequest, PutObjectLegalHoldOutput> {
  private final Buckets buckets;
  private final Versions versions;
  private final Configurations configurations;
  private final BucketAccess access;

  public PutObjectLegalHold(
      Buckets buckets, Versions versions, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.versions = versions;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutObjectLegalHoldRequest input) {
    return access.toObject(call, name(), input.bucket(), input.key());
  }

  @Override
  public PutObjectLegalHoldOutput run(Call call, PutObjectLegalHoldRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    ObjectLock.checkBucket(configurations, bucket);
    var status = input.legalHold() == null ? null : input.legalHold().status();
    versions.change(
        bucket,
        input.key(),
        input.versionId(),
        Changeable::of,
        there -> there.with(there.head().toBuilder().objectLockLegalHoldStatus(status).build()),
        Cause.of(call, "ObjectLegalHold:Put"));
    return new PutObjectLegalHoldOutput(null);
  }
}
