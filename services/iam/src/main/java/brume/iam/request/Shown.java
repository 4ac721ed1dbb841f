package brume.iam.request;

import brume.iam.data.Entities;
import brume.iam.entity.Documents;
import brume.iam.entity.Listing;
import brume.model.iam.AttachedPolicy;
import brume.model.iam.InstanceProfile;
import brume.model.iam.Policy;
import brume.model.iam.PolicyVersion;
import brume.model.iam.Role;
import brume.model.iam.User;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Entities as replies show them.
public final class Shown {
  /// In seconds. Source: IAM API reference, `CreateRole`.
  private static final int DEFAULT_SESSION = 3600;

  private Shown() {}

  public static int maxSessionDuration(@Nullable Integer given) {
    return given == null ? DEFAULT_SESSION : given;
  }

  public static Role whole(Role role) {
    var document = Objects.requireNonNull(role.assumeRolePolicyDocument());
    return role.toBuilder().assumeRolePolicyDocument(Documents.encoded(document)).build();
  }

  /// Lists leave out what has to be asked for one by one.
  public static Role listed(Role role) {
    return whole(role).toBuilder().tags(null).permissionsBoundary(null).build();
  }

  public static User listed(User user) {
    return user.toBuilder().tags(null).permissionsBoundary(null).build();
  }

  public static Policy listed(Policy policy) {
    return policy.toBuilder().tags(null).description(null).build();
  }

  public static InstanceProfile profile(InstanceProfile profile) {
    return profile.toBuilder().roles(profile.roles().stream().map(Shown::listed).toList()).build();
  }

  public static PolicyVersion whole(PolicyVersion version) {
    var document = Objects.requireNonNull(version.document());
    return version.toBuilder().document(Documents.encoded(document)).build();
  }

  public static PolicyVersion listed(PolicyVersion version) {
    return version.toBuilder().document(null).build();
  }

  /// The attached policies under a path, by their names.
  public static Listing<AttachedPolicy> attached(
      List<Policy> policies,
      @Nullable String pathPrefix,
      @Nullable String marker,
      @Nullable Integer maxItems) {
    var under =
        policies.stream()
            .filter(
                policy ->
                    pathPrefix == null
                        || Objects.requireNonNull(policy.path()).startsWith(pathPrefix))
            .map(policy -> new AttachedPolicy(policy.arn(), policy.policyName()))
            .toList();
    return Listing.of(
        under,
        policy -> Entities.nameOf(Objects.requireNonNull(policy.policyArn())),
        marker,
        maxItems);
  }
}
