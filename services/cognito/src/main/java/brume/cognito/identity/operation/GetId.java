package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.login.Vouching;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.GetIdInput;
import brume.model.cognitoidentity.GetIdResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Gives whoever has these logins the id of their identity, a new one when they have none yet.
final class GetId implements Operation<GetIdInput, GetIdResponse> {
  private final IdentityDirectory directory;
  private final Vouching vouching;

  GetId(IdentityDirectory directory, Vouching vouching) {
    this.directory = directory;
    this.vouching = vouching;
  }

  @Override
  public Access access(Call call, GetIdInput input) {
    return IdentityAccess.ANYBODY;
  }

  @Override
  public GetIdResponse run(Call call, GetIdInput input) {
    var pool = directory.pools().get(input.identityPoolId());
    var identity = vouching.identify(call, pool, input.logins());
    return new GetIdResponse(identity.id());
  }
}
