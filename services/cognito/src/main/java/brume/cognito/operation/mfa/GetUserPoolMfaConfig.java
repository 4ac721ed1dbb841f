package brume.cognito.operation.mfa;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.GetUserPoolMfaConfigRequest;
import brume.model.cognitoidp.GetUserPoolMfaConfigResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows which second factors a pool offers or asks for.
final class GetUserPoolMfaConfig
    implements Operation<GetUserPoolMfaConfigRequest, GetUserPoolMfaConfigResponse> {
  private final Directory directory;

  GetUserPoolMfaConfig(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetUserPoolMfaConfigRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public GetUserPoolMfaConfigResponse run(Call call, GetUserPoolMfaConfigRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    return directory.mfa().get(pool);
  }
}
