package brume.s3.request;

import brume.identity.Principal;
import brume.s3.bucket.Bucket;
import brume.s3.bucket.PublicPolicy;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.service.Access;
import brume.service.Call;
import org.jspecify.annotations.Nullable;

/// The access that operations need to buckets and objects, guarded by the bucket's policy.
///
/// Whoever asks for a bucket that is not there is told so, whatever they are allowed: names of
/// buckets are no secret.
public final class BucketAccess {
  private final Buckets buckets;
  private final Configurations configurations;

  public BucketAccess(Buckets buckets, Configurations configurations) {
    this.buckets = buckets;
    this.configurations = configurations;
  }

  /// @param action such as `ListBucket`
  public Access toBucket(Call call, String action, String bucket) {
    return Access.to("s3:" + action, Bucket.arn(bucket)).guardedBy(guard(call, bucket));
  }

  public Access toObject(Call call, String action, String bucket, String key) {
    return Access.to("s3:" + action, Bucket.objectArn(bucket, key)).guardedBy(guard(call, bucket));
  }

  /// To an object or to one of its versions, whose action has a name of its own.
  public Access toVersion(
      Call call, String action, String bucket, String key, @Nullable String versionId) {
    return versionId == null
        ? toObject(call, action, bucket, key)
        : toObject(call, action.replace("Object", "ObjectVersion"), bucket, key)
            .where("s3:VersionId", versionId);
  }

  private Access.Guard guard(Call call, String name) {
    var bucket = buckets.get(name);
    var policy = configurations.get(bucket, Setting.POLICY);
    var document = policy == null ? null : policy.policy();
    if (document != null && isRestricted(bucket, document) && !isOfOwner(call, bucket)) {
      return new Access.Guard(bucket.owner(), null);
    }
    return new Access.Guard(bucket.owner(), document);
  }

  private boolean isRestricted(Bucket bucket, String document) {
    var block = configurations.get(bucket, Setting.PUBLIC_ACCESS_BLOCK);
    return block != null
        && Boolean.TRUE.equals(block.restrictPublicBuckets())
        && PublicPolicy.isPublic(document);
  }

  private static boolean isOfOwner(Call call, Bucket bucket) {
    return call.caller() instanceof Principal.Service
        || bucket.owner().equals(call.caller().account());
  }
}
