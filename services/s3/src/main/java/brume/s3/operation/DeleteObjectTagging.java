package brume.s3.operation;

import brume.model.s3.DeleteObjectTaggingOutput;
import brume.model.s3.DeleteObjectTaggingRequest;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.data.Versions;
import brume.s3.notification.Cause;
import brume.s3.request.BucketAccess;
import brume.s3.request.Changeable;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Map;

/// Removes the tags of an object.
public final class DeleteObjectTagging
    implements Operation<DeleteObjectTaggingRequest, DeleteObjectTaggingOutput> {
  private final Buckets buckets;
  private final Versions versions;
  private final Configurations configurations;
  private final BucketAccess access;

  public DeleteObjectTagging(
      Buckets buckets, Versions versions, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.versions = versions;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteObjectTaggingRequest input) {
    return access.toVersion(
        call, "DeleteObjectTagging", input.bucket(), input.key(), input.versionId());
  }

  @Override
  public DeleteObjectTaggingOutput run(Call call, DeleteObjectTaggingRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var version =
        versions.change(
            bucket,
            input.key(),
            input.versionId(),
            Changeable::of,
            there -> there.tagged(Map.of()),
            Cause.of(call, "ObjectTagging:Delete"));
    return new DeleteObjectTaggingOutput(version.shownId(configurations.versioning(bucket)));
  }
}
