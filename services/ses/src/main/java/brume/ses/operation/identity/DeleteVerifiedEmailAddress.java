package brume.ses.operation.identity;

import brume.model.ses.DeleteVerifiedEmailAddressRequest;
import brume.model.ses.DeleteVerifiedEmailAddressResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Identities;
import brume.ses.identity.IdentityName;
import brume.ses.refusal.Api;

/// The older name of DeleteIdentity.
public final class DeleteVerifiedEmailAddress
    implements Operation<DeleteVerifiedEmailAddressRequest, DeleteVerifiedEmailAddressResponse> {
  private final Identities identities;

  public DeleteVerifiedEmailAddress(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Access access(Call call, DeleteVerifiedEmailAddressRequest input) {
    return Access.toAny("ses:DeleteVerifiedEmailAddress");
  }

  @Override
  public DeleteVerifiedEmailAddressResponse run(
      Call call, DeleteVerifiedEmailAddressRequest input) {
    var _ = identities.delete(call.scope(), IdentityName.address(input.emailAddress(), Api.V1));
    return new DeleteVerifiedEmailAddressResponse();
  }
}
