package brume.s3.operation;

import brume.model.s3.PutObjectRetentionOutput;
import brume.model.s3.PutObjectRetentionRequest;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.data.Versions;
import brume.s3.notification.Cause;
import brume.s3.object.Retention;
import brume.s3.request.BucketAccess;
import brume.s3.request.Changeable;
import brume.s3.request.ObjectLock;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Locks a version until a date.
public final class PutObjectRetention
    implements Operation<PutObjectRetentionRequest, PutObjectRetentionOutput> {
  private final Buckets buckets;
  private final Versions versions;
  private final Configurations configurations;
  private final BucketAccess access;

  public PutObjectRetention(
      Buckets buckets, Versions versions, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.versions = versions;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutObjectRetentionRequest input) {
    var needs = access.toObject(call, name(), input.bucket(), input.key());
    return Boolean.TRUE.equals(input.bypassGovernanceRetention())
        ? needs.and(access.toObject(call, "BypassGovernanceRetention", input.bucket(), input.key()))
        : needs;
  }

  @Override
  public PutObjectRetentionOutput run(Call call, PutObjectRetentionRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    ObjectLock.checkBucket(configurations, bucket);
    var retention = Retention.of(input.retention(), call.now());
    boolean bypass = Boolean.TRUE.equals(input.bypassGovernanceRetention());
    versions.change(
        bucket,
        input.key(),
        input.versionId(),
        Changeable::of,
        there -> retention.apply(there, bypass, call.now()),
        Cause.of(call, "ObjectRetention:Put"));
    return new PutObjectRetentionOutput(null);
  }
}
