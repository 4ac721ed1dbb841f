package brume.cognito.operation.admin;

import brume.cognito.account.Recovery;
import brume.cognito.data.Directory;
import brume.cognito.request.Metadata;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminResetUserPasswordRequest;
import brume.model.cognitoidp.AdminResetUserPasswordResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a user set a new password by a code that is sent.
final class AdminResetUserPassword
    implements Operation<AdminResetUserPasswordRequest, AdminResetUserPasswordResponse> {
  private final Directory directory;
  private final Recovery recovery;

  AdminResetUserPassword(Directory directory, Recovery recovery) {
    this.directory = directory;
    this.recovery = recovery;
  }

  @Override
  public Access access(Call call, AdminResetUserPasswordRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminResetUserPasswordResponse run(Call call, AdminResetUserPasswordRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    recovery.reset(call, pool, input.username(), Metadata.of(input.clientMetadata()));
    return new AdminResetUserPasswordResponse();
  }
}
