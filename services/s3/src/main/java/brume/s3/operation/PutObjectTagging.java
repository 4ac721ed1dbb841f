package brume.s3.operation;

import brume.model.s3.PutObjectTaggingOutput;
import brume.model.s3.PutObjectTaggingRequest;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.data.Versions;
import brume.s3.notification.Cause;
import brume.s3.object.Tags;
import brume.s3.request.BucketAccess;
import brume.s3.request.Changeable;
import brume.s3.request.WriteConditions;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts the tags of an object in place of all that it has.
public final class PutObjectTagging
    implements Operation<PutObjectTaggingRequest, PutObjectTaggingOutput> {
  private final Buckets buckets;
  private final Versions versions;
  private final Configurations configurations;
  private final BucketAccess access;

  public PutObjectTagging(
      Buckets buckets, Versions versions, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.versions = versions;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutObjectTaggingRequest input) {
    var tags = Tags.checked(input.tagging().tagSet(), Tags.MAX_OF_OBJECT);
    return WriteConditions.tagged(
        access.toVersion(call, name(), input.bucket(), input.key(), input.versionId()), tags);
  }

  @Override
  public PutObjectTaggingOutput run(Call call, PutObjectTaggingRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var tags = Tags.checked(input.tagging().tagSet(), Tags.MAX_OF_OBJECT);
    var version =
        versions.change(
            bucket,
            input.key(),
            input.versionId(),
            Changeable::of,
            there -> there.tagged(tags),
            Cause.of(call, "ObjectTagging:Put"));
    return new PutObjectTaggingOutput(version.shownId(configurations.versioning(bucket)));
  }
}
