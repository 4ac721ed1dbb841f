package brume.s3.operation.setting;

import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.model.s3.PutBucketAccelerateConfigurationRequest;
import brume.model.s3.PutBucketAccelerateConfigurationResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.MalformedXml;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Turns the host of transfer acceleration on or off. It leads to the same machine: there is no way
/// that is faster.
final class PutBucketAccelerateConfiguration
    implements Operation<
        PutBucketAccelerateConfigurationRequest, PutBucketAccelerateConfigurationResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  PutBucketAccelerateConfiguration(
      Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutBucketAccelerateConfigurationRequest input) {
    return access.toBucket(call, "PutAccelerateConfiguration", input.bucket());
  }

  @Override
  public PutBucketAccelerateConfigurationResponse run(
      Call call, PutBucketAccelerateConfigurationRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    if (bucket.name().contains(".")) {
      throw INVALID_REQUEST.because(
          "S3 Transfer Acceleration is not supported for buckets with periods (.) in their names");
    }
    if (input.accelerateConfiguration().status() == null) {
      throw MalformedXml.refusal();
    }
    configurations.put(bucket, Setting.ACCELERATION, input.accelerateConfiguration());
    return new PutBucketAccelerateConfigurationResponse();
  }
}
