package brume.s3.operation.setting;

import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.operation.setting.permission.PermissionOperations;
import brume.s3.request.BucketAccess;
import brume.service.Operation;
import java.util.ArrayList;
import java.util.List;

/// The operations on what is configured of buckets.
public final class SettingOperations {
  private SettingOperations() {}

  public static Operation<?, ?>[] all(
      Buckets buckets, Configurations configurations, BucketAccess access) {
    var all =
        new ArrayList<Operation<?, ?>>(PermissionOperations.all(buckets, configurations, access));
    all.addAll(
        List.of(
            new DeleteBucketCors(buckets, configurations, access),
            new DeleteBucketEncryption(buckets, configurations, access),
            new DeleteBucketLifecycle(buckets, configurations, access),
            new DeleteBucketReplication(buckets, configurations, access),
            new DeleteBucketTagging(buckets, configurations, access),
            new DeleteBucketWebsite(buckets, configurations, access),
            new GetBucketAccelerateConfiguration(buckets, configurations, access),
            new GetBucketCors(buckets, configurations, access),
            new GetBucketEncryption(buckets, configurations, access),
            new GetBucketLifecycleConfiguration(buckets, configurations, access),
            new GetBucketNotificationConfiguration(buckets, configurations, access),
            new GetBucketReplication(buckets, configurations, access),
            new GetBucketRequestPayment(buckets, access),
            new GetBucketTagging(buckets, configurations, access),
            new GetBucketVersioning(buckets, configurations, access),
            new GetBucketWebsite(buckets, configurations, access),
            new GetObjectLockConfiguration(buckets, configurations, access),
            new PutBucketAccelerateConfiguration(buckets, configurations, access),
            new PutBucketCors(buckets, configurations, access),
            new PutBucketEncryption(buckets, configurations, access),
            new PutBucketLifecycleConfiguration(buckets, configurations, access),
            new PutBucketNotificationConfiguration(buckets, configurations, access),
            new PutBucketReplication(buckets, configurations, access),
            new PutBucketRequestPayment(buckets, access),
            new PutBucketTagging(buckets, configurations, access),
            new PutBucketVersioning(buckets, configurations, access),
            new PutBucketWebsite(buckets, configurations, access),
            new PutObjectLockConfiguration(buckets, configurations, access)));
    return all.toArray(Operation<?, ?>[]::new);
  }
}
