package brume.cognito.operation.admin;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminDeleteUserRequest;
import brume.model.cognitoidp.AdminDeleteUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a user.
final class AdminDeleteUser implements Operation<AdminDeleteUserRequest, AdminDeleteUserResponse> {
  private final Directory directory;

  AdminDeleteUser(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AdminDeleteUserRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminDeleteUserResponse run(Call call, AdminDeleteUserRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var user = directory.users().get(pool, input.username());
    directory.deleteUser(pool, user.username());
    return new AdminDeleteUserResponse();
  }
}
