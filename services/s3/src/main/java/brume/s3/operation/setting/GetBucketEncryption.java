package brume.s3.operation.setting;

import brume.model.s3.GetBucketEncryptionOutput;
import brume.model.s3.GetBucketEncryptionRequest;
import brume.model.s3.ServerSideEncryptionByDefault;
import brume.model.s3.ServerSideEncryptionConfiguration;
import brume.model.s3.ServerSideEncryptionRule;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.request.BucketAccess;
import brume.s3.request.Described;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Answers how new objects are encrypted.
final class GetBucketEncryption
    implements Operation<GetBucketEncryptionRequest, GetBucketEncryptionOutput> {
  private static final ServerSideEncryptionConfiguration USUAL =
      new ServerSideEncryptionConfiguration(
          List.of(
              ServerSideEncryptionRule.builder()
                  .applyServerSideEncryptionByDefault(
                      new ServerSideEncryptionByDefault(null, Described.ENCRYPTION))
                  .bucketKeyEnabled(false)
                  .build()));

  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  GetBucketEncryption(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetBucketEncryptionRequest input) {
    return access.toBucket(call, "GetEncryptionConfiguration", input.bucket());
  }

  @Override
  public GetBucketEncryptionOutput run(Call call, GetBucketEncryptionRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var there = configurations.get(bucket, Setting.ENCRYPTION);
    return new GetBucketEncryptionOutput(there == null ? USUAL : there);
  }
}
