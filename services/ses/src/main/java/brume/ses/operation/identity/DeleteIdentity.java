package brume.ses.operation.identity;

import brume.model.ses.DeleteIdentityRequest;
import brume.model.ses.DeleteIdentityResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.IdentityName;
import brume.ses.refusal.Api;

/// Deletes an identity. One that is not there is no error.
public final class DeleteIdentity
    implements Operation<DeleteIdentityRequest, DeleteIdentityResponse> {
  private final Identities identities;

  public DeleteIdentity(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, DeleteIdentityRequest input) {
    return Access.toAny("ses:DeleteIdentity");
  }

  @Override
  public DeleteIdentityResponse run(Call call, DeleteIdentityRequest input) {
    var _ = identities.delete(call.scope(), IdentityName.of(input.identity(), Api.V1));
    return new DeleteIdentityResponse();
  }
}
