package brume.sesv2.operation.identity;

import brume.model.sesv2.CreateEmailIdentityPolicyRequest;
import brume.model.sesv2.CreateEmailIdentityPolicyResponse;
import brume.model.sesv2.SeSv2Error;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.Identity;
import brume.ses.identity.Policies;
import brume.ses.refusal.Api;

/// Lets others send from an identity.
public final class CreateEmailIdentityPolicy
    implements Operation<CreateEmailIdentityPolicyRequest, CreateEmailIdentityPolicyResponse> {
  private final Identities identities;

  public CreateEmailIdentityPolicy(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, CreateEmailIdentityPolicyRequest input) {
    return Access.to(
        "ses:CreateEmailIdentityPolicy", Identity.arn(call.scope(), input.emailIdentity()));
  }

  @Override
  public CreateEmailIdentityPolicyResponse run(Call call, CreateEmailIdentityPolicyRequest input) {
    Policies.check(input.policy(), SeSv2Error.BAD_REQUEST_EXCEPTION);
    identities.changeExisting(
        call.scope(),
        input.emailIdentity(),
        Api.V2,
        identity -> {
          if (identity.policies().containsKey(input.policyName())) {
            throw SeSv2Error.ALREADY_EXISTS_EXCEPTION.because(
                "Policy " + input.policyName() + " already exists.");
          }
          return Policies.put(identity, input.policyName(), input.policy(), Api.V2);
        });
    return new CreateEmailIdentityPolicyResponse();
  }
}
