package brume.sts.operation;

import static brume.model.sts.StsError.ACCESS_DENIED;

import brume.base.Arn;
import brume.iam.data.Directory;
import brume.identity.Principal;
import brume.identity.Session;
import brume.identity.SessionTokens;
import brume.model.sts.FederatedUser;
import brume.model.sts.GetFederationTokenRequest;
import brume.model.sts.GetFederationTokenResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.sts.session.Issue;
import brume.sts.session.Lifetime;
import brume.sts.session.SessionPolicies;
import brume.sts.session.SessionTags;

/// Gives a user temporary credentials to hand on: for what both it and the session policies allow.
public final class GetFederationToken
    implements Operation<GetFederationTokenRequest, GetFederationTokenResponse> {
  private final Directory directory;
  private final SessionTokens tokens;

  public GetFederationToken(Directory directory, SessionTokens tokens) {
    this.directory = directory;
    this.tokens = tokens;
  }

  @Override
  public Access access(Call call, GetFederationTokenRequest input) {
    var arn = Arn.global("sts", call.scope().account(), "federated-user/" + input.name());
    var access = Access.to("sts:GetFederationToken", arn);
    if (input.tags() != null && !input.tags().isEmpty()) {
      access = access.and(Access.to("sts:TagSession", arn));
    }
    return SessionTags.asked(access, input.tags());
  }

  @Override
  public GetFederationTokenResponse run(Call call, GetFederationTokenRequest input) {
    if (call.context().session() != null || call.caller().account().isEmpty()) {
      throw ACCESS_DENIED.because("Cannot call GetFederationToken with session credentials");
    }
    var policies = SessionPolicies.of(directory, call.scope(), input.policy(), input.policyArns());
    var tags = SessionTags.of(input.tags(), null, null);
    var session = new Session(call.now(), policies, tags.all(), tags.context());
    var user = new Principal.FederatedUser(call.caller().account(), input.name(), call.caller());
    var life = Lifetime.ofToken(input.durationSeconds(), call.caller());
    var issue = Issue.of(tokens, user, session, life);
    return GetFederationTokenResponse.builder()
        .credentials(issue.credentials())
        .federatedUser(new FederatedUser(user.arn(), user.userId()))
        .packedPolicySize(issue.packedSize())
        .build();
  }
}
