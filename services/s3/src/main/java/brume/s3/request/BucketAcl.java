package brume.s3.request;

import brume.model.s3.AccessControlPolicy;
import brume.model.s3.Grant;
import brume.model.s3.Grantee;
import brume.s3.bucket.Bucket;
import brume.s3.bucket.CanonicalUser;
import brume.s3.refusal.Lacking;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The one access control list that buckets and objects have: the owner of the bucket may do all.
public final class BucketAcl {
  private static final String FULL_CONTROL = "FULL_CONTROL";

  private BucketAcl() {}

  public static List<Grant> grants(Bucket bucket) {
    var owner = CanonicalUser.of(bucket.owner());
    var grantee = Grantee.builder().type("CanonicalUser").id(owner).build();
    return List.of(Grant.builder().grantee(grantee).permission(FULL_CONTROL).build());
  }

  /// Refuses a list that says anything else.
  public static void check(Bucket bucket, @Nullable AccessControlPolicy wanted) {
    if (wanted == null) {
      return;
    }
    var owner = CanonicalUser.of(bucket.owner());
    var grants = Objects.requireNonNullElse(wanted.grants(), List.<Grant>of());
    var grantee = grants.size() == 1 ? grants.getFirst().grantee() : null;
    boolean ours =
        grantee != null
            && owner.equals(grantee.id())
            && FULL_CONTROL.equals(grants.getFirst().permission());
    if (!ours) {
      throw Lacking.of("access control lists with other grants");
    }
  }
}
