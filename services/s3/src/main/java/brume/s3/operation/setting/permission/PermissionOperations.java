package brume.s3.operation.setting.permission;

import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Operation;
import java.util.List;

/// The operations on who may use buckets.
public final class PermissionOperations {
  private PermissionOperations() {}

  public static List<Operation<?, ?>> all(
      Buckets buckets, Configurations configurations, BucketAccess access) {
    return List.of(
        new DeleteBucketOwnershipControls(buckets, configurations, access),
        new DeleteBucketPolicy(buckets, configurations, access),
        new DeletePublicAccessBlock(buckets, configurations, access),
        new GetBucketOwnershipControls(buckets, configurations, access),
        new GetBucketPolicy(buckets, configurations, access),
        new GetBucketPolicyStatus(buckets, configurations, access),
        new GetPublicAccessBlock(buckets, configurations, access),
        new PutBucketOwnershipControls(buckets, configurations, access),
        new PutBucketPolicy(buckets, configurations, access),
        new PutPublicAccessBlock(buckets, configurations, access));
  }
}
