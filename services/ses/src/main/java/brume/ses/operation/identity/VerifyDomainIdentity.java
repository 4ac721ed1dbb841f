package brume.ses.operation.identity;

import brume.model.ses.VerifyDomainIdentityRequest;
import brume.model.ses.VerifyDomainIdentityResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.IdentityName;
import brume.ses.refusal.Api;

/// Asks the postmaster of a domain, by a mail with a link, whether mail may come from it.
public final class VerifyDomainIdentity
    implements Operation<VerifyDomainIdentityRequest, VerifyDomainIdentityResponse> {
  private final Identities identities;

  public VerifyDomainIdentity(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, VerifyDomainIdentityRequest input) {
    return Access.toAny("ses:VerifyDomainIdentity");
  }

  @Override
  public VerifyDomainIdentityResponse run(Call call, VerifyDomainIdentityRequest input) {
    var name = IdentityName.domain(input.domain(), Api.V1);
    var identity = identities.invite(call, name, Api.V1, known -> known);
    return new VerifyDomainIdentityResponse(identity.publicToken());
  }
}
