package brume.ses.operation.identity;

import brume.model.ses.PutIdentityPolicyRequest;
import brume.model.ses.PutIdentityPolicyResponse;
import brume.model.ses.SesError;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.Policies;
import brume.ses.refusal.Api;

/// Lets others send from an identity, or says otherwise under the same name.
public final class PutIdentityPolicy
    implements Operation<PutIdentityPolicyRequest, PutIdentityPolicyResponse> {
  private final Identities identities;

  public PutIdentityPolicy(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, PutIdentityPolicyRequest input) {
    return Access.toAny("ses:PutIdentityPolicy");
  }

  @Override
  public PutIdentityPolicyResponse run(Call call, PutIdentityPolicyRequest input) {
    Policies.check(input.policy(), SesError.INVALID_POLICY_EXCEPTION);
    identities.changeExisting(
        call.scope(),
        input.identity(),
        Api.V1,
        identity -> Policies.put(identity, input.policyName(), input.policy(), Api.V1));
    return new PutIdentityPolicyResponse();
  }
}
