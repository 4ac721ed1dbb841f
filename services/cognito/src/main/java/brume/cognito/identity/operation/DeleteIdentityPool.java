package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.DeleteIdentityPoolInput;
import brume.model.cognitoidentity.DeleteIdentityPoolResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an identity pool with its identities.
final class DeleteIdentityPool
    implements Operation<DeleteIdentityPoolInput, DeleteIdentityPoolResponse> {
  private final IdentityDirectory directory;

  DeleteIdentityPool(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteIdentityPoolInput input) {
    return IdentityAccess.to(call, directory.pools(), name(), input.identityPoolId());
  }

  @Override
  public DeleteIdentityPoolResponse run(Call call, DeleteIdentityPoolInput input) {
    directory.pools().delete(call.scope(), input.identityPoolId());
    return new DeleteIdentityPoolResponse();
  }
}
