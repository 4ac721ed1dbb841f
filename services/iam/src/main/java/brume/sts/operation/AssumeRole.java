package brume.sts.operation;

import brume.base.Arn;
import brume.iam.data.Accounts;
import brume.iam.data.Directory;
import brume.iam.data.Entities;
import brume.iam.request.Needs;
import brume.identity.Principal;
import brume.identity.Session;
import brume.identity.SessionTokens;
import brume.model.iam.Role;
import brume.model.sts.AssumeRoleRequest;
import brume.model.sts.AssumeRoleResponse;
import brume.model.sts.AssumedRoleUser;
import brume.model.sts.StsError;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;
import brume.shape.ServiceException;
import brume.sts.session.Issue;
import brume.sts.session.Lifetime;
import brume.sts.session.SessionPolicies;
import brume.sts.session.SessionTags;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives temporary credentials of a role to whoever its trust policy names.
public final class AssumeRole implements Operation<AssumeRoleRequest, AssumeRoleResponse> {
  private static final String SOURCE_IDENTITY = "aws:SourceIdentity";
  private static final int DEFAULT_MAX_SESSION = 3600;

  private final Directory directory;
  private final SessionTokens tokens;

  public AssumeRole(Directory directory, SessionTokens tokens) {
    this.directory = directory;
    this.tokens = tokens;
  }

  @Override
  public Access access(Call call, AssumeRoleRequest input) {
    var role = role(call, input);
    var access = Access.to("sts:AssumeRole", role.arn());
    if (input.tags() != null && !input.tags().isEmpty()) {
      access = access.and(Access.to("sts:TagSession", role.arn()));
    }
    if (input.sourceIdentity() != null) {
      access =
          access
              .and(Access.to("sts:SetSourceIdentity", role.arn()))
              .where("sts:SourceIdentity", input.sourceIdentity());
    }
    if (input.externalId() != null) {
      access = access.where("sts:ExternalId", input.externalId());
    }
    if (input.transitiveTagKeys() != null) {
      access =
          access.where("sts:TransitiveTagKeys", input.transitiveTagKeys().toArray(String[]::new));
    }
    access = Needs.owned(access, directory.roles().type().tagsOf(role));
    var account = accountOf(role);
    return SessionTags.asked(access, input.tags())
        .where("sts:RoleSessionName", input.roleSessionName())
        .guardedBy(new Access.Guard(account, role.assumeRolePolicyDocument()));
  }

  @Override
  public AssumeRoleResponse run(Call call, AssumeRoleRequest input) {
    Lacking.refuse("SerialNumber", input.serialNumber());
    Lacking.refuse("TokenCode", input.tokenCode());
    Lacking.refuse("ProvidedContexts", input.providedContexts());
    var role = role(call, input);
    var max = role.maxSessionDuration();
    var life =
        Lifetime.ofRole(
            input.durationSeconds(), call.caller(), max == null ? DEFAULT_MAX_SESSION : max);
    var earlier = call.context().session();
    var tags = SessionTags.of(input.tags(), input.transitiveTagKeys(), earlier);
    var account = accountOf(role);
    var policies =
        SessionPolicies.of(directory, Accounts.scope(account), input.policy(), input.policyArns());
    var context = new HashMap<>(tags.context());
    var identity = sourceIdentity(input, earlier);
    if (identity != null) {
      context.put(SOURCE_IDENTITY, List.of(identity));
    }
    var principal =
        new Principal.AssumedRole(
            account, role.path(), role.roleName(), role.roleId(), input.roleSessionName());
    var session = new Session(call.now(), policies, tags.all(), context);
    var issue = Issue.of(tokens, principal, session, life);
    return AssumeRoleResponse.builder()
        .assumedRoleUser(new AssumedRoleUser(principal.arn(), principal.userId()))
        .credentials(issue.credentials())
        .packedPolicySize(issue.packedSize())
        .sourceIdentity(identity)
        .build();
  }

  /// Once set, it stays through all roles that are assumed after.
  private static @Nullable String sourceIdentity(
      AssumeRoleRequest input, @Nullable Session earlier) {
    var set = earlier == null ? null : earlier.context().get(SOURCE_IDENTITY);
    if (set == null || set.isEmpty()) {
      return input.sourceIdentity();
    }
    if (input.sourceIdentity() != null && !set.contains(input.sourceIdentity())) {
      throw StsError.ACCESS_DENIED.because(
          "The source identity of the calling session cannot be changed.");
    }
    return set.getFirst();
  }

  private Role role(Call call, AssumeRoleRequest input) {
    var arn =
        Arn.parse(input.roleArn())
            .filter(each -> each.service().equals("iam") && each.resource().startsWith("role/"))
            .filter(each -> Accounts.isAccount(each.account()))
            .orElseThrow(() -> StsError.VALIDATION_ERROR.because(input.roleArn() + " is invalid"));
    return directory
        .roles()
        .find(Accounts.scope(arn.account()), Entities.nameOf(input.roleArn()))
        .filter(role -> role.arn().equals(input.roleArn()))
        .orElseThrow(() -> denied(call, input));
  }

  /// AWS does not tell a role that does not exist from one that may not be assumed.
  private static ServiceException denied(Call call, AssumeRoleRequest input) {
    return CommonError.ACCESS_DENIED.because(
        ("User: %s is not authorized to perform: sts:AssumeRole on resource: %s because no role"
                + " trust policy allows the sts:AssumeRole action")
            .formatted(call.caller().arn(), input.roleArn()));
  }

  private static String accountOf(Role role) {
    return Arn.parse(role.arn()).orElseThrow().account();
  }
}
