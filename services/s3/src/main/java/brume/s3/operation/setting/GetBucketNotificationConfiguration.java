package brume.s3.operation.setting;

import brume.model.s3.GetBucketNotificationConfigurationRequest;
import brume.model.s3.NotificationConfiguration;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers who hears of what happens in a bucket.
final class GetBucketNotificationConfiguration
    implements Operation<GetBucketNotificationConfigurationRequest, NotificationConfiguration> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetBucketNotificationConfiguration(
      Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketNotificationConfigurationRequest input) {
    return access.toBucket(call, "GetBucketNotification", input.bucket());
  }

  @Override
  public NotificationConfiguration run(Call call, GetBucketNotificationConfigurationRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.NOTIFICATION);
    return there == null ? NotificationConfiguration.builder().build() : there;
  }
}
