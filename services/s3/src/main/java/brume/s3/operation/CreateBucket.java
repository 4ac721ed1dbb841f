package brume.s3.operation;

import static brume.model.s3.S3Error.ILLEGAL_LOCATION_CONSTRAINT_EXCEPTION;
import static brume.model.s3.S3Error.INVALID_LOCATION_CONSTRAINT;

import brume.base.Scope;
import brume.model.s3.CreateBucketConfiguration;
import brume.model.s3.CreateBucketOutput;
import brume.model.s3.CreateBucketRequest;
import brume.model.s3.ObjectLockConfiguration;
import brume.model.s3.OwnershipControls;
import brume.model.s3.OwnershipControlsRule;
import brume.model.s3.PublicAccessBlockConfiguration;
import brume.model.s3.Tagging;
import brume.model.s3.VersioningConfiguration;
import brume.s3.bucket.Bucket;
import brume.s3.bucket.BucketName;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.object.Tags;
import brume.s3.refusal.Detail;
import brume.s3.refusal.Lacking;
import brume.s3.request.CannedAcl;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.store.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a bucket, whose name no other account can then use.
public final class CreateBucket implements Operation<CreateBucketRequest, CreateBucketOutput> {
  private static final int ID_DIGITS = 16;
  private static final String OWNER = "BucketOwnerEnforced";

  /// New buckets block public access. Source: Amazon S3 User Guide, "Blocking public access to your
  /// Amazon S3 storage".
  private static final PublicAccessBlockConfiguration BLOCKED =
      new PublicAccessBlockConfiguration(true, true, true, true);

  private final Buckets buckets;
  private final Configurations configurations;

  public CreateBucket(Buckets buckets, Configurations configurations) {
    this.buckets = buckets;
    this.configurations = configurations;
  }

  @Override
  public Access access(Call call, CreateBucketRequest input) {
    return Access.to("s3:CreateBucket", Bucket.arn(input.bucket()));
  }

  @Override
  public CreateBucketOutput run(Call call, CreateBucketRequest input) {
    BucketName.check(input.bucket());
    Lacking.refuse(input, "BucketNamespace");
    var wanted = input.createBucketConfiguration();
    checkLocation(call, wanted);
    CannedAcl.checkNew(input);
    var id = call.ids().hex(ID_DIGITS);
    var bucket = new Bucket(input.bucket(), id, call.scope(), call.now());
    buckets.create(bucket, (transaction, made) -> configure(transaction, made, input));
    return CreateBucketOutput.builder()
        .location('/' + bucket.name())
        .bucketArn(bucket.arn())
        .build();
  }

  private static void checkLocation(Call call, @Nullable CreateBucketConfiguration wanted) {
    if (wanted == null) {
      return;
    }
    Lacking.refuse(wanted, "Location", "Bucket");
    var constraint = wanted.locationConstraint();
    var region = "EU".equals(constraint) ? "eu-west-1" : constraint;
    if (region == null || region.isEmpty() || region.equals(call.scope().region())) {
      return;
    }
    if (!Scope.isRegion(region)) {
      throw INVALID_LOCATION_CONSTRAINT.because(
          "The specified location-constraint is not valid",
          Detail.of("LocationConstraint", region));
    }
    throw ILLEGAL_LOCATION_CONSTRAINT_EXCEPTION.because(
        "The "
            + region
            + " location constraint is incompatible for the region specific endpoint this request"
            + " was sent to.");
  }

  private void configure(Transaction transaction, Bucket bucket, CreateBucketRequest input) {
    var ownership = input.objectOwnership() == null ? OWNER : input.objectOwnership();
    var rules = List.of(new OwnershipControlsRule(ownership));
    configurations.put(transaction, bucket, Setting.OWNERSHIP, new OwnershipControls(rules));
    configurations.put(transaction, bucket, Setting.PUBLIC_ACCESS_BLOCK, BLOCKED);
    var wanted = input.createBucketConfiguration();
    if (wanted != null && wanted.tags() != null && !wanted.tags().isEmpty()) {
      var tags = Tags.checked(wanted.tags(), Tags.MAX_OF_BUCKET);
      configurations.put(transaction, bucket, Setting.TAGGING, new Tagging(Tags.list(tags)));
    }
    if (Boolean.TRUE.equals(input.objectLockEnabledForBucket())) {
      var versioning = VersioningConfiguration.builder().status("Enabled").build();
      var lock = ObjectLockConfiguration.builder().objectLockEnabled("Enabled").build();
      configurations.put(transaction, bucket, Setting.VERSIONING, versioning);
      configurations.put(transaction, bucket, Setting.OBJECT_LOCK, lock);
    }
  }
}
