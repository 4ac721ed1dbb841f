package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.IdentityPool;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Replaces the settings of an identity pool.
final class UpdateIdentityPool implements Operation<IdentityPool, IdentityPool> {
  private final IdentityDirectory directory;

  UpdateIdentityPool(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, IdentityPool input) {
    return IdentityAccess.to(call, directory.pools(), name(), input.identityPoolId());
  }

  @Override
  public IdentityPool run(Call call, IdentityPool input) {
    PoolRules.check(input);
    return directory.pools().change(call.scope(), input.identityPoolId(), _ -> input);
  }
}
