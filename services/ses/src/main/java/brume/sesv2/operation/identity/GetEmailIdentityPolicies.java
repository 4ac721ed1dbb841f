package brume.sesv2.operation.identity;

import brume.model.sesv2.GetEmailIdentityPoliciesRequest;
import brume.model.sesv2.GetEmailIdentityPoliciesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.Identity;
import brume.ses.refusal.Api;

/// Shows all policies of an identity.
public final class GetEmailIdentityPolicies
    implements Operation<GetEmailIdentityPoliciesRequest, GetEmailIdentityPoliciesResponse> {
  private final Identities identities;

  public GetEmailIdentityPolicies(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, GetEmailIdentityPoliciesRequest input) {
    return Access.to(
        "ses:GetEmailIdentityPolicies", Identity.arn(call.scope(), input.emailIdentity()));
  }

  @Override
  public GetEmailIdentityPoliciesResponse run(Call call, GetEmailIdentityPoliciesRequest input) {
    var identity = identities.existing(call.scope(), input.emailIdentity(), Api.V2);
    return new GetEmailIdentityPoliciesResponse(identity.policies());
  }
}
