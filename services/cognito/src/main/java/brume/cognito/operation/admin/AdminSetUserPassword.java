package brume.cognito.operation.admin;

import brume.cognito.account.Recovery;
import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminSetUserPasswordRequest;
import brume.model.cognitoidp.AdminSetUserPasswordResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sets a user's password, for good or until the next sign-in.
final class AdminSetUserPassword
    implements Operation<AdminSetUserPasswordRequest, AdminSetUserPasswordResponse> {
  private final Directory directory;
  private final Recovery recovery;

  AdminSetUserPassword(Directory directory, Recovery recovery) {
    this.directory = directory;
    this.recovery = recovery;
  }

  @Override
  public Access access(Call call, AdminSetUserPasswordRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminSetUserPasswordResponse run(Call call, AdminSetUserPasswordRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var user = directory.users().get(pool, input.username());
    boolean isPermanent = Boolean.TRUE.equals(input.permanent());
    recovery.set(call, pool, user, input.password(), isPermanent);
    return new AdminSetUserPasswordResponse();
  }
}
