package brume.sts.operation;

import brume.iam.data.Directory;
import brume.identity.Session;
import brume.identity.SessionTokens;
import brume.model.sts.AssumeRoleRequest;
import brume.model.sts.AssumeRoleResponse;
import brume.model.sts.AssumedRoleUser;
import brume.model.sts.StsError;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;
import brume.shape.ServiceException;
import brume.sts.role.TrustedRole;
import brume.sts.session.Issue;
import brume.sts.session.Lifetime;
import brume.sts.session.SessionPolicies;
import brume.sts.session.SessionTags;
import brume.sts.session.SourceIdentity;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// Gives temporary credentials of a role to whoever its trust policy names.
public final class AssumeRole implements Operation<AssumeRoleRequest, AssumeRoleResponse> {
  private final Directory directory;
  private final SessionTokens tokens;

  public AssumeRole(Directory directory, SessionTokens tokens) {
    this.directory = directory;
    this.tokens = tokens;
  }

  @Override
  public Access access(Call call, AssumeRoleRequest input) {
    var role = role(call, input);
    var access = role.access("sts:AssumeRole", input.roleSessionName(), input.tags());
    if (input.sourceIdentity() != null) {
      access = SourceIdentity.asked(access, role.role().arn(), input.sourceIdentity());
    }
    if (input.externalId() != null) {
      access = access.where("sts:ExternalId", input.externalId());
    }
    if (input.transitiveTagKeys() != null) {
      access =
          access.where("sts:TransitiveTagKeys", input.transitiveTagKeys().toArray(String[]::new));
    }
    return role.guarding(access);
  }

  @Override
  public AssumeRoleResponse run(Call call, AssumeRoleRequest input) {
    Lacking.refuse("SerialNumber", input.serialNumber());
    Lacking.refuse("TokenCode", input.tokenCode());
    Lacking.refuse("ProvidedContexts", input.providedContexts());
    var role = role(call, input);
    var life = Lifetime.ofRole(input.durationSeconds(), call.caller(), role.maxSession());
    var earlier = call.context().session();
    var tags = SessionTags.of(input.tags(), input.transitiveTagKeys(), earlier);
    var policies = SessionPolicies.of(directory, role.scope(), input.policy(), input.policyArns());
    var context = new HashMap<>(tags.context());
    var identity = sourceIdentity(input, earlier);
    SourceIdentity.keep(context, identity);
    var principal = role.session(input.roleSessionName());
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
    var set = SourceIdentity.of(earlier);
    if (set == null) {
      return input.sourceIdentity();
    }
    if (input.sourceIdentity() != null && !set.equals(input.sourceIdentity())) {
      throw StsError.ACCESS_DENIED.because(
          "The source identity of the calling session cannot be changed.");
    }
    return set;
  }

  private TrustedRole role(Call call, AssumeRoleRequest input) {
    return TrustedRole.find(directory, input.roleArn()).orElseThrow(() -> denied(call, input));
  }

  /// AWS does not tell a role that does not exist from one that may not be assumed.
  private static ServiceException denied(Call call, AssumeRoleRequest input) {
    return CommonError.ACCESS_DENIED.because(
        ("User: %s is not authorized to perform: sts:AssumeRole on resource: %s because no role"
                + " trust policy allows the sts:AssumeRole action")
            .formatted(call.caller().arn(), input.roleArn()));
  }
}
