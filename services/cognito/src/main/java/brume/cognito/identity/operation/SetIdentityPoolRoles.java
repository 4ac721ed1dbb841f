package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.GetIdentityPoolRolesResponse;
import brume.model.cognitoidentity.SetIdentityPoolRolesInput;
import brume.model.cognitoidentity.SetIdentityPoolRolesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sets which roles the identities of a pool get credentials of. Whoever sets them must be allowed
/// to pass them.
final class SetIdentityPoolRoles
    implements Operation<SetIdentityPoolRolesInput, SetIdentityPoolRolesResponse> {
  private final IdentityDirectory directory;

  SetIdentityPoolRoles(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, SetIdentityPoolRolesInput input) {
    var access = IdentityAccess.to(call, directory.pools(), name(), input.identityPoolId());
    return PoolRules.passing(access, input.roles(), input.roleMappings());
  }

  @Override
  public SetIdentityPoolRolesResponse run(Call call, SetIdentityPoolRolesInput input) {
    var pool = directory.pools().get(call.scope(), input.identityPoolId());
    PoolRules.checkRoles(input.roles(), input.roleMappings());
    directory
        .pools()
        .setRoles(
            pool, new GetIdentityPoolRolesResponse(pool.id(), input.roleMappings(), input.roles()));
    return new SetIdentityPoolRolesResponse();
  }
}
