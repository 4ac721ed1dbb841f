package brume.ses.operation.identity;

import brume.model.ses.ListIdentityPoliciesRequest;
import brume.model.ses.ListIdentityPoliciesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.refusal.Api;

/// Lists the names of the policies of an identity.
public final class ListIdentityPolicies
    implements Operation<ListIdentityPoliciesRequest, ListIdentityPoliciesResponse> {
  private final Identities identities;

  public ListIdentityPolicies(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, ListIdentityPoliciesRequest input) {
    return Access.toAny("ses:ListIdentityPolicies");
  }

  @Override
  public ListIdentityPoliciesResponse run(Call call, ListIdentityPoliciesRequest input) {
    var policies = identities.existing(call.scope(), input.identity(), Api.V1).policies();
    return new ListIdentityPoliciesResponse(policies.keySet().stream().sorted().toList());
  }
}
