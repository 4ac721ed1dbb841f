package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.DescribeIdentityPoolInput;
import brume.model.cognitoidentity.IdentityPool;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows the settings of an identity pool.
final class DescribeIdentityPool implements Operation<DescribeIdentityPoolInput, IdentityPool> {
  private final IdentityDirectory directory;

  DescribeIdentityPool(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DescribeIdentityPoolInput input) {
    return IdentityAccess.to(call, directory.pools(), name(), input.identityPoolId());
  }

  @Override
  public IdentityPool run(Call call, DescribeIdentityPoolInput input) {
    return directory.pools().get(call.scope(), input.identityPoolId()).settings();
  }
}
