package brume.s3.operation.setting;

import brume.model.s3.PutBucketEncryptionRequest;
import brume.model.s3.PutBucketEncryptionResponse;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Lacking;
import brume.s3.request.BucketAccess;
import brume.s3.request.Described;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says how new objects are encrypted, which is as they always are.
final class PutBucketEncryption
    implements Operation<PutBucketEncryptionRequest, PutBucketEncryptionResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  PutBucketEncryption(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutBucketEncryptionRequest input) {
    return access.toBucket(call, "PutEncryptionConfiguration", input.bucket());
  }

  @Override
  public PutBucketEncryptionResponse run(Call call, PutBucketEncryptionRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    for (var rule : input.serverSideEncryptionConfiguration().rules()) {
      Lacking.refuse(rule, "BlockedEncryptionTypes");
      var usual = rule.applyServerSideEncryptionByDefault();
      if (usual != null && !usual.sseAlgorithm().equals(Described.ENCRYPTION)) {
        throw Lacking.of("the encryption " + usual.sseAlgorithm());
      }
    }
    configurations.put(bucket, Setting.ENCRYPTION, input.serverSideEncryptionConfiguration());
    return new PutBucketEncryptionResponse();
  }
}
