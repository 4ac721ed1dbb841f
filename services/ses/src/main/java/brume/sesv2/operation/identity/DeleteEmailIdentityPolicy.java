package brume.sesv2.operation.identity;

import brume.model.sesv2.DeleteEmailIdentityPolicyRequest;
import brume.model.sesv2.DeleteEmailIdentityPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.Identity;
import brume.ses.identity.Policies;
import brume.ses.refusal.Api;

/// Deletes a policy of an identity. One that is not there is no error.
public final class DeleteEmailIdentityPolicy
    implements Operation<DeleteEmailIdentityPolicyRequest, DeleteEmailIdentityPolicyResponse> {
  private final Identities identities;

  public DeleteEmailIdentityPolicy(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, DeleteEmailIdentityPolicyRequest input) {
    return Access.to(
        "ses:DeleteEmailIdentityPolicy", Identity.arn(call.scope(), input.emailIdentity()));
  }

  @Override
  public DeleteEmailIdentityPolicyResponse run(Call call, DeleteEmailIdentityPolicyRequest input) {
    identities.changeExisting(
        call.scope(),
        input.emailIdentity(),
        Api.V2,
        identity -> Policies.delete(identity, input.policyName()));
    return new DeleteEmailIdentityPolicyResponse();
  }
}
