package brume.ses.operation.identity;

import brume.model.ses.VerifyEmailIdentityRequest;
import brume.model.ses.VerifyEmailIdentityResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.IdentityName;
import brume.ses.refusal.Api;

/// Asks the owner of an address, by a mail with a link, whether mail may come from it.
public final class VerifyEmailIdentity
    implements Operation<VerifyEmailIdentityRequest, VerifyEmailIdentityResponse> {
  private final Identities identities;

  public VerifyEmailIdentity(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, VerifyEmailIdentityRequest input) {
    return Access.toAny("ses:VerifyEmailIdentity");
  }

  @Override
  public VerifyEmailIdentityResponse run(Call call, VerifyEmailIdentityRequest input) {
    var name = IdentityName.address(input.emailAddress(), Api.V1);
    var _ = identities.invite(call, name, Api.V1, identity -> identity);
    return new VerifyEmailIdentityResponse();
  }
}
