package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidentity.CreateIdentityPoolInput;
import brume.model.cognitoidentity.IdentityPool;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes an identity pool.
final class CreateIdentityPool implements Operation<CreateIdentityPoolInput, IdentityPool> {
  private final IdentityDirectory directory;

  CreateIdentityPool(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreateIdentityPoolInput input) {
    return PoolAccess.giving(
        Access.toAny("cognito-identity:CreateIdentityPool"), input.identityPoolTags());
  }

  @Override
  public IdentityPool run(Call call, CreateIdentityPoolInput input) {
    var pool = PoolRules.of(input, call.scope().region() + ':' + call.ids().uuid());
    return directory.pools().create(call.scope(), pool);
  }
}
