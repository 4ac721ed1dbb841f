package brume.sts.operation;

import brume.iam.data.Directory;
import brume.identity.Session;
import brume.identity.SessionTokens;
import brume.model.sts.AssumeRoleWithWebIdentityRequest;
import brume.model.sts.AssumeRoleWithWebIdentityResponse;
import brume.model.sts.AssumedRoleUser;
import brume.model.sts.StsError;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.sts.role.FederatedClaim;
import brume.sts.role.Federation;
import brume.sts.role.TrustedRole;
import brume.sts.session.Issue;
import brume.sts.session.Lifetime;
import brume.sts.session.SessionPolicies;
import brume.sts.session.SessionTags;
import brume.sts.session.SourceIdentity;
import java.util.HashMap;

/// Gives temporary credentials of a role to whoever an identity provider vouches for, if the role
/// trusts the provider. The token is all that proves it: requests are not signed.
public final class AssumeRoleWithWebIdentity
    implements Operation<AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse> {
  private static final String ACTION = "sts:AssumeRoleWithWebIdentity";

  private final Directory directory;
  private final SessionTokens tokens;
  private final Federation federation;

  public AssumeRoleWithWebIdentity(
      Directory directory, SessionTokens tokens, Federation federation) {
    this.directory = directory;
    this.tokens = tokens;
    this.federation = federation;
  }

  @Override
  public Access access(Call call, AssumeRoleWithWebIdentityRequest input) {
    var claim = claim(call, input);
    var role = role(input);
    var access = role.access(ACTION, input.roleSessionName(), claim.tags());
    var identity = claim.identity().sourceIdentity();
    if (identity != null) {
      access = SourceIdentity.asked(access, role.role().arn(), identity);
    }
    return role.guarding(claim.asked(access));
  }

  @Override
  public AssumeRoleWithWebIdentityResponse run(Call call, AssumeRoleWithWebIdentityRequest input) {
    Lacking.refuse("ProviderId", input.providerId());
    var claim = claim(call, input);
    var role = role(input);
    var identity = claim.identity();
    var life = Lifetime.ofRole(input.durationSeconds(), claim.principal(), role.maxSession());
    var tags = SessionTags.of(claim.tags(), identity.transitiveTags(), null);
    var context = new HashMap<>(claim.keys());
    context.putAll(tags.context());
    SourceIdentity.keep(context, identity.sourceIdentity());
    var policies = SessionPolicies.of(directory, role.scope(), input.policy(), input.policyArns());
    var principal = role.session(input.roleSessionName());
    var session = new Session(call.now(), policies, tags.all(), context);
    var issue = Issue.of(tokens, principal, session, life);
    return AssumeRoleWithWebIdentityResponse.builder()
        .assumedRoleUser(new AssumedRoleUser(principal.arn(), principal.userId()))
        .audience(identity.application())
        .credentials(issue.credentials())
        .packedPolicySize(issue.packedSize())
        .provider(identity.issuer())
        .sourceIdentity(identity.sourceIdentity())
        .subjectFromWebIdentityToken(identity.subject())
        .build();
  }

  private FederatedClaim claim(Call call, AssumeRoleWithWebIdentityRequest input) {
    var account = TrustedRole.accountOf(input.roleArn());
    return federation.verify(account, input.webIdentityToken(), call.now());
  }

  /// AWS does not tell a role that does not exist from one that may not be assumed.
  private TrustedRole role(AssumeRoleWithWebIdentityRequest input) {
    return TrustedRole.find(directory, input.roleArn())
        .orElseThrow(() -> StsError.ACCESS_DENIED.because("Not authorized to perform " + ACTION));
  }
}
