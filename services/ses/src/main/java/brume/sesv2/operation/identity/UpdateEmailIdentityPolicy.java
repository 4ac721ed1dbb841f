package brume.sesv2.operation.identity;

import brume.model.sesv2.SeSv2Error;
import brume.model.sesv2.UpdateEmailIdentityPolicyRequest;
import brume.model.sesv2.UpdateEmailIdentityPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.Identity;
import brume.ses.identity.Policies;
import brume.ses.refusal.Api;

/// Changes a policy of an identity.
public final class UpdateEmailIdentityPolicy
    implements Operation<UpdateEmailIdentityPolicyRequest, UpdateEmailIdentityPolicyResponse> {
  private final Identities identities;

  public UpdateEmailIdentityPolicy(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, UpdateEmailIdentityPolicyRequest input) {
    return Access.to(
        "ses:UpdateEmailIdentityPolicy", Identity.arn(call.scope(), input.emailIdentity()));
  }

  @Override
  public UpdateEmailIdentityPolicyResponse run(Call call, UpdateEmailIdentityPolicyRequest input) {
    Policies.check(input.policy(), SeSv2Error.BAD_REQUEST_EXCEPTION);
    identities.changeExisting(
        call.scope(),
        input.emailIdentity(),
        Api.V2,
        identity -> {
          if (!identity.policies().containsKey(input.policyName())) {
            throw SeSv2Error.NOT_FOUND_EXCEPTION.because(
                "Policy " + input.policyName() + " does not exist.");
          }
          return Policies.put(identity, input.policyName(), input.policy(), Api.V2);
        });
    return new UpdateEmailIdentityPolicyResponse();
  }
}
