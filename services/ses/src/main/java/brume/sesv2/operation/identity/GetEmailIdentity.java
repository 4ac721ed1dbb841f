package brume.sesv2.operation.identity;

import brume.model.sesv2.GetEmailIdentityRequest;
import brume.model.sesv2.GetEmailIdentityResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.data.Tagged;
import brume.ses.identity.Identity;
import brume.ses.refusal.Api;

/// Shows an identity.
public final class GetEmailIdentity
    implements Operation<GetEmailIdentityRequest, GetEmailIdentityResponse> {
  private final Identities identities;

  public GetEmailIdentity(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, GetEmailIdentityRequest input) {
    return Access.to("ses:GetEmailIdentity", Identity.arn(call.scope(), input.emailIdentity()));
  }

  @Override
  public GetEmailIdentityResponse run(Call call, GetEmailIdentityRequest input) {
    var identity = identities.existing(call.scope(), input.emailIdentity(), Api.V2);
    return GetEmailIdentityResponse.builder()
        .identityType(Shown.type(identity))
        .verifiedForSendingStatus(identity.verified())
        .verificationStatus(Shown.status(identity))
        .configurationSetName(identity.configurationSet())
        .policies(identity.policies())
        .tags(Tagged.list(identity.tags()))
        .build();
  }
}
