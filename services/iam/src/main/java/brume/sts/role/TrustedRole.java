package brume.sts.role;

import brume.base.Arn;
import brume.base.Scope;
import brume.iam.data.Accounts;
import brume.iam.data.Directory;
import brume.iam.data.Entities;
import brume.iam.entity.EntityType;
import brume.iam.request.Needs;
import brume.identity.Principal;
import brume.model.iam.Role;
import brume.model.sts.StsError;
import brume.model.sts.Tag;
import brume.service.Access;
import brume.sts.session.SessionTags;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A role as its trust policy guards it.
public record TrustedRole(Role role, String account) {
  /// In seconds. Source: IAM API reference, `CreateRole`.
  private static final int DEFAULT_MAX_SESSION = 3600;

  /// The account that an ARN of a role names.
  ///
  /// Throws `ValidationError` for another text.
  public static String accountOf(String roleArn) {
    return Arn.parse(roleArn)
        .filter(arn -> arn.service().equals("iam") && arn.resource().startsWith("role/"))
        .map(Arn::account)
        .filter(Scope::isAccount)
        .orElseThrow(() -> StsError.VALIDATION_ERROR.because(roleArn + " is invalid"));
  }

  public static Optional<TrustedRole> find(Directory directory, String roleArn) {
    var account = accountOf(roleArn);
    return directory
        .roles()
        .find(Accounts.scope(account), Entities.nameOf(roleArn))
        .filter(role -> role.arn().equals(roleArn))
        .map(role -> new TrustedRole(role, account));
  }

  /// What assuming it takes: its trust policy must allow it, and the tags, if there are any.
  ///
  /// @param tags of the session
  public Access access(String action, String sessionName, @Nullable List<Tag> tags) {
    var access = Access.to(action, role.arn());
    if (tags != null && !tags.isEmpty()) {
      access = access.and(Access.to("sts:TagSession", role.arn()));
    }
    access = Needs.owned(access, EntityType.ROLE.tagsOf(role));
    return SessionTags.asked(access, tags).where("sts:RoleSessionName", sessionName);
  }

  /// The last to be said of an access.
  public Access guarding(Access access) {
    return access.guardedBy(new Access.Guard(account, role.assumeRolePolicyDocument()));
  }

  public Scope scope() {
    return Accounts.scope(account);
  }

  /// In seconds.
  public int maxSession() {
    var max = role.maxSessionDuration();
    return max == null ? DEFAULT_MAX_SESSION : max;
  }

  public Principal.AssumedRole session(String name) {
    return new Principal.AssumedRole(account, role.path(), role.roleName(), role.roleId(), name);
  }
}
