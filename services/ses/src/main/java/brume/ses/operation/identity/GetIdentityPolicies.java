package brume.ses.operation.identity;

import brume.model.ses.GetIdentityPoliciesRequest;
import brume.model.ses.GetIdentityPoliciesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.refusal.Api;
import java.util.TreeMap;

/// Shows policies of an identity by their names.
public final class GetIdentityPolicies
    implements Operation<GetIdentityPoliciesRequest, GetIdentityPoliciesResponse> {
  private final Identities identities;

  public GetIdentityPolicies(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, GetIdentityPoliciesRequest input) {
    return Access.toAny("ses:GetIdentityPolicies");
  }

  @Override
  public GetIdentityPoliciesResponse run(Call call, GetIdentityPoliciesRequest input) {
    var policies =
        new TreeMap<>(identities.existing(call.scope(), input.identity(), Api.V1).policies());
    policies.keySet().retainAll(input.policyNames());
    return new GetIdentityPoliciesResponse(policies);
  }
}
