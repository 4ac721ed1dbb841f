package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.GetIdentityPoolRolesInput;
import brume.model.cognitoidentity.GetIdentityPoolRolesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows the roles of a pool.
final class GetIdentityPoolRoles
    implements Operation<GetIdentityPoolRolesInput, GetIdentityPoolRolesResponse> {
  private final IdentityDirectory directory;

  GetIdentityPoolRoles(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetIdentityPoolRolesInput input) {
    return IdentityAccess.to(call, directory.pools(), name(), input.identityPoolId());
  }

  @Override
  public GetIdentityPoolRolesResponse run(Call call, GetIdentityPoolRolesInput input) {
    var pool = directory.pools().get(call.scope(), input.identityPoolId());
    return directory.pools().roles(pool);
  }
}
