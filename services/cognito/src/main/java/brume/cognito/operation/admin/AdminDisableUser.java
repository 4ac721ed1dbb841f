package brume.cognito.operation.admin;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminDisableUserRequest;
import brume.model.cognitoidp.AdminDisableUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Keeps a user from signing in, and ends all of its sessions.
final class AdminDisableUser
    implements Operation<AdminDisableUserRequest, AdminDisableUserResponse> {
  private final Directory directory;

  AdminDisableUser(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AdminDisableUserRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminDisableUserResponse run(Call call, AdminDisableUserRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var user = directory.users().get(pool, input.username());
    directory
        .users()
        .change(
            pool,
            user.username(),
            (_, known) -> known.toBuilder().enabled(false).modified(call.now()).build());
    directory.signOut(pool, user.username(), call.now());
    return new AdminDisableUserResponse();
  }
}
