package brume.sesv2.operation.identity;

import brume.model.sesv2.DeleteEmailIdentityRequest;
import brume.model.sesv2.DeleteEmailIdentityResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.Identity;
import brume.ses.refusal.Api;

/// Deletes an identity.
public final class DeleteEmailIdentity
    implements Operation<DeleteEmailIdentityRequest, DeleteEmailIdentityResponse> {
  private final Identities identities;

  public DeleteEmailIdentity(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, DeleteEmailIdentityRequest input) {
    return Access.to("ses:DeleteEmailIdentity", Identity.arn(call.scope(), input.emailIdentity()));
  }

  @Override
  public DeleteEmailIdentityResponse run(Call call, DeleteEmailIdentityRequest input) {
    var identity = identities.existing(call.scope(), input.emailIdentity(), Api.V2);
    var _ = identities.delete(call.scope(), identity.name());
    return new DeleteEmailIdentityResponse();
  }
}
