package brume.s3.operation;

import brume.model.s3.DeleteObjectOutput;
import brume.model.s3.DeleteObjectRequest;
import brume.s3.bucket.Versioning;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.data.Versions;
import brume.s3.notification.Cause;
import brume.s3.object.Deletion;
import brume.s3.refusal.Lacking;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an object, or one version of it for ever.
public final class DeleteObject implements Operation<DeleteObjectRequest, DeleteObjectOutput> {
  private final Buckets buckets;
  private final Versions versions;
  private final BucketAccess access;
  private final Configurations configurations;

  public DeleteObject(
      Buckets buckets, Versions versions, BucketAccess access, Configurations configurations) {
    this.buckets = buckets;
    this.versions = versions;
    this.access = access;
    this.configurations = configurations;
  }

  @Override
  public Access access(Call call, DeleteObjectRequest input) {
    var needs = access.toVersion(call, name(), input.bucket(), input.key(), input.versionId());
    return Boolean.TRUE.equals(input.bypassGovernanceRetention())
        ? needs.and(access.toObject(call, "BypassGovernanceRetention", input.bucket(), input.key()))
        : needs;
  }

  @Override
  public DeleteObjectOutput run(Call call, DeleteObjectRequest input) {
    Lacking.refuse(input, "MFA");
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var deletion =
        new Deletion(
            input.ifMatch(),
            input.ifMatchLastModifiedTime(),
            input.ifMatchSize(),
            Boolean.TRUE.equals(input.bypassGovernanceRetention()),
            call.now());
    var cause = Cause.of(call, "ObjectRemoved");
    var deleted =
        input.versionId() == null
            ? versions.delete(bucket, input.key(), deletion::allows, cause)
            : versions.deleteVersion(
                bucket, input.key(), input.versionId(), deletion::allowsVersion, cause);
    return DeleteObjectOutput.builder()
        .deleteMarker(deleted.marker() ? true : null)
        .versionId(configurations.versioning(bucket) == Versioning.OFF ? null : deleted.versionId())
        .build();
  }
}
