package brume.s3.request;

import static brume.model.s3.S3Error.ACCESS_CONTROL_LIST_NOT_SUPPORTED;
import static brume.model.s3.S3Error.INVALID_BUCKET_ACL_WITH_OBJECT_OWNERSHIP;

import brume.model.s3.CreateBucketRequest;
import brume.s3.bucket.Bucket;
import brume.s3.bucket.Setting;
import brume.s3.data.Configurations;
import brume.s3.refusal.Lacking;
import brume.shape.Structure;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The access control lists that a request may give: those that say what holds without any, that
/// the owner of the bucket owns what is in it.
public final class CannedAcl {
  private static final String ENFORCED = "BucketOwnerEnforced";
  private static final Set<String> OWNERS = Set.of("private", "bucket-owner-full-control");
  private static final String[] GRANTS = {
    "GrantFullControl", "GrantRead", "GrantReadACP", "GrantWrite", "GrantWriteACP"
  };

  private CannedAcl() {}

  public static void check(Structure request, Configurations configurations, Bucket bucket) {
    var acl = (String) request.member(request.shape().indexOf("ACL"));
    check(request, acl, enforcesOwner(configurations, bucket));
  }

  /// Of the request that makes a bucket.
  public static void checkNew(CreateBucketRequest request) {
    var ownership = request.objectOwnership();
    boolean enforced = ownership == null || ownership.equals(ENFORCED);
    if (enforced && (isOther(request.acl()) || grants(request))) {
      throw INVALID_BUCKET_ACL_WITH_OBJECT_OWNERSHIP.because(
          "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
    }
    check(request, request.acl(), enforced);
  }

  private static void check(Structure request, @Nullable String acl, boolean enforced) {
    if (enforced && (isOther(acl) || grants(request))) {
      throw ACCESS_CONTROL_LIST_NOT_SUPPORTED.because("The bucket does not allow ACLs");
    }
    Lacking.refuse(request, GRANTS);
    if (isOther(acl)) {
      throw Lacking.of("the ACL " + acl);
    }
  }

  /// Whether the bucket knows no access control lists, as it does not unless told otherwise.
  public static boolean enforcesOwner(Configurations configurations, Bucket bucket) {
    var controls = configurations.get(bucket, Setting.OWNERSHIP);
    return controls == null
        || controls.rules().stream().anyMatch(rule -> rule.objectOwnership().equals(ENFORCED));
  }

  private static boolean isOther(@Nullable String acl) {
    return acl != null && !OWNERS.contains(acl);
  }

  private static boolean grants(Structure request) {
    for (var grant : GRANTS) {
      int index = request.shape().indexOf(grant);
      if (index >= 0 && request.member(index) != null) {
        return true;
      }
    }
    return false;
  }
}
