package brume.cognito.operation.admin;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminUserGlobalSignOutRequest;
import brume.model.cognitoidp.AdminUserGlobalSignOutResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Ends all sessions of a user.
final class AdminUserGlobalSignOut
    implements Operation<AdminUserGlobalSignOutRequest, AdminUserGlobalSignOutResponse> {
  private final Directory directory;

  AdminUserGlobalSignOut(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AdminUserGlobalSignOutRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminUserGlobalSignOutResponse run(Call call, AdminUserGlobalSignOutRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var user = directory.users().get(pool, input.username());
    directory.signOut(pool, user.username(), call.now());
    return new AdminUserGlobalSignOutResponse();
  }
}
