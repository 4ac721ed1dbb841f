package brume.s3.operation.setting;

import brume.model.s3.PutBucketNotificationConfigurationRequest;
import brume.model.s3.PutBucketNotificationConfigurationResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.notification.Destination;
import brume.s3.notification.NotificationRules;
import brume.s3.notification.Subscription;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says who hears of what happens in a bucket. Destinations that do not let S3 in are refused.
final class PutBucketNotificationConfiguration
    implements Operation<
        PutBucketNotificationConfigurationRequest, PutBucketNotificationConfigurationResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  PutBucketNotificationConfiguration(
      Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutBucketNotificationConfigurationRequest input) {
    return access.toBucket(call, "PutBucketNotification", input.bucket());
  }

  @Override
  public PutBucketNotificationConfigurationResponse run(
      Call call, PutBucketNotificationConfigurationRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var wanted = NotificationRules.named(input.notificationConfiguration(), call.ids());
    NotificationRules.check(bucket, wanted);
    var subscriptions = Subscription.all(wanted);
    if (!Boolean.TRUE.equals(input.skipDestinationValidation())) {
      subscriptions.forEach(one -> Destination.check(call, bucket, one));
    }
    if (subscriptions.isEmpty()) {
      configurations.delete(bucket, Setting.NOTIFICATION);
    } else {
      configurations.put(bucket, Setting.NOTIFICATION, wanted);
    }
    return new PutBucketNotificationConfigurationResponse();
  }
}
