package brume.cognito.operation.admin;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminEnableUserRequest;
import brume.model.cognitoidp.AdminEnableUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets a user sign in again.
final class AdminEnableUser implements Operation<AdminEnableUserRequest, AdminEnableUserResponse> {
  private final Directory directory;

  AdminEnableUser(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AdminEnableUserRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminEnableUserResponse run(Call call, AdminEnableUserRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var user = directory.users().get(pool, input.username());
    directory
        .users()
        .change(
            pool,
            user.username(),
            (_, known) -> known.toBuilder().enabled(true).modified(call.now()).build());
    return new AdminEnableUserResponse();
  }
}
