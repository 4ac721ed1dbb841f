package brume.s3.operation.setting;

import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.base.Arn;
import brume.model.s3.PutBucketReplicationRequest;
import brume.model.s3.PutBucketReplicationResponse;
import brume.s3.bucket.Bucket;
import brume.s3.bucket.Setting;
import brume.s3.bucket.Versioning;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Lacking;
import brume.s3.replication.ReplicationRules;
import brume.s3.request.BucketAccess;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says which new objects are copied to which other buckets, and by whose permissions.
final class PutBucketReplication
    implements Operation<PutBucketReplicationRequest, PutBucketReplicationResponse> {
  private final Buckets buckets;
  private final Configurations configurations;
  private final BucketAccess access;

  PutBucketReplication(Buckets buckets, Configurations configurations, BucketAccess access) {
    this.buckets = buckets;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutBucketReplicationRequest input) {
    return access
        .toBucket(call, "PutReplicationConfiguration", input.bucket())
        .and(
            Access.to("iam:PassRole", input.replicationConfiguration().role())
                .where("iam:PassedToService", "s3.amazonaws.com"));
  }

  @Override
  public PutBucketReplicationResponse run(Call call, PutBucketReplicationRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    Lacking.refuse(input, "Token");
    var wanted = ReplicationRules.named(input.replicationConfiguration(), call.ids());
    if (configurations.versioning(bucket) != Versioning.ENABLED) {
      throw INVALID_REQUEST.because(
          "Versioning must be 'Enabled' on the bucket to apply a replication configuration");
    }
    ReplicationRules.check(bucket.name(), wanted);
    wanted.rules().forEach(rule -> checkDestination(bucket, rule.destination().bucket()));
    configurations.put(bucket, Setting.REPLICATION, wanted);
    return new PutBucketReplicationResponse();
  }

  private void checkDestination(Bucket source, String arn) {
    var destination = buckets.find(Arn.parse(arn).orElseThrow().resource());
    if (destination == null) {
      throw INVALID_REQUEST.because("Destination bucket must exist.");
    }
    if (configurations.versioning(destination) != Versioning.ENABLED) {
      throw INVALID_REQUEST.because("Destination bucket must have versioning enabled.");
    }
    if (isLocked(source) && !isLocked(destination)) {
      throw INVALID_REQUEST.because("Destination bucket must have Object Lock enabled.");
    }
  }

  private boolean isLocked(Bucket bucket) {
    return configurations.get(bucket, Setting.OBJECT_LOCK) != null;
  }
}
