package brume.ses.operation.identity;

import brume.model.ses.VerifyEmailAddressRequest;
import brume.model.ses.VerifyEmailAddressResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.IdentityName;
import brume.ses.refusal.Api;

/// The older name of VerifyEmailIdentity.
public final class VerifyEmailAddress
    implements Operation<VerifyEmailAddressRequest, VerifyEmailAddressResponse> {
  private final Identities identities;

  public VerifyEmailAddress(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, VerifyEmailAddressRequest input) {
    return Access.toAny("ses:VerifyEmailAddress");
  }

  @Override
  public VerifyEmailAddressResponse run(Call call, VerifyEmailAddressRequest input) {
    var name = IdentityName.address(input.emailAddress(), Api.V1);
    var _ = identities.invite(call, name, Api.V1, identity -> identity);
    return new VerifyEmailAddressResponse();
  }
}
