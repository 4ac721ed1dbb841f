package brume.s3.operation.setting;

import static brume.model.s3.S3Error.ILLEGAL_VERSIONING_CONFIGURATION_EXCEPTION;
import static brume.model.s3.S3Error.INVALID_BUCKET_STATE;

import brume.model.s3.PutBucketVersioningRequest;
import brume.model.s3.PutBucketVersioningResponse;
import brume.model.s3.VersioningConfiguration;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Lacking;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Turns versions on, or stops making new ones.
final class PutBucketVersioning
    implements Operation<PutBucketVersioningRequest, PutBucketVersioningResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  PutBucketVersioning(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutBucketVersioningRequest input) {
    return access.toBucket(call, "PutBucketVersioning", input.bucket());
  }

  @Override
  public PutBucketVersioningResponse run(Call call, PutBucketVersioningRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var wanted = input.versioningConfiguration();
    Lacking.refuse(input, "MFA");
    if ("Enabled".equals(wanted.mfaDelete())) {
      throw Lacking.of("MfaDelete");
    }
    var status = wanted.status();
    if (status == null) {
      throw ILLEGAL_VERSIONING_CONFIGURATION_EXCEPTION.because(
          "The Versioning element must be specified");
    }
    if (!status.equals("Enabled") && configurations.get(bucket, Setting.OBJECT_LOCK) != null) {
      throw INVALID_BUCKET_STATE.because(
          "An Object Lock configuration is present on this bucket, so the versioning state cannot"
              + " be changed.");
    }
    if (!status.equals("Enabled") && configurations.get(bucket, Setting.REPLICATION) != null) {
      throw INVALID_BUCKET_STATE.because(
          "A replication configuration is present on this bucket, so the versioning state cannot be"
              + " changed.");
    }
    configurations.put(
        bucket, Setting.VERSIONING, VersioningConfiguration.builder().status(status).build());
    return new PutBucketVersioningResponse();
  }
}
