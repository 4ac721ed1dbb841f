package brume.ses.operation.identity;

import brume.model.ses.DeleteIdentityPolicyRequest;
import brume.model.ses.DeleteIdentityPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.Policies;
import brume.ses.refusal.Api;

/// Deletes a policy of an identity. One that is not there is no error.
public final class DeleteIdentityPolicy
    implements Operation<DeleteIdentityPolicyRequest, DeleteIdentityPolicyResponse> {
  private final Identities identities;

  public DeleteIdentityPolicy(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, DeleteIdentityPolicyRequest input) {
    return Access.toAny("ses:DeleteIdentityPolicy");
  }

  @Override
  public DeleteIdentityPolicyResponse run(Call call, DeleteIdentityPolicyRequest input) {
    identities.changeExisting(
        call.scope(),
        input.identity(),
        Api.V1,
        identity -> Policies.delete(identity, input.policyName()));
    return new DeleteIdentityPolicyResponse();
  }
}
