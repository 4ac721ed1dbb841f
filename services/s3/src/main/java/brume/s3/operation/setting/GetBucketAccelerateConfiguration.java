package brume.s3.operation.setting;

import brume.model.s3.GetBucketAccelerateConfigurationOutput;
import brume.model.s3.GetBucketAccelerateConfigurationRequest;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Lacking;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers whether the host of transfer acceleration is on; nothing when it never was.
final class GetBucketAccelerateConfiguration
    implements Operation<
        GetBucketAccelerateConfigurationRequest, GetBucketAccelerateConfigurationOutput> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetBucketAccelerateConfiguration(
      Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketAccelerateConfigurationRequest input) {
    return access.toBucket(call, "GetAccelerateConfiguration", input.bucket());
  }

  @Override
  public GetBucketAccelerateConfigurationOutput run(
      Call call, GetBucketAccelerateConfigurationRequest input) {
    Lacking.refuse(input, "RequestPayer");
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.ACCELERATION);
    return GetBucketAccelerateConfigurationOutput.builder()
        .status(there == null ? null : there.status())
        .build();
  }
}
