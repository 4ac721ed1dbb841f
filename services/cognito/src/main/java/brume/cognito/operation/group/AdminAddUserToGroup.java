package brume.cognito.operation.group;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminAddUserToGroupRequest;
import brume.model.cognitoidp.AdminAddUserToGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts a user into a group.
final class AdminAddUserToGroup
    implements Operation<AdminAddUserToGroupRequest, AdminAddUserToGroupResponse> {
  private final Directory directory;

  AdminAddUserToGroup(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AdminAddUserToGroupRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminAddUserToGroupResponse run(Call call, AdminAddUserToGroupRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var user = directory.users().get(pool, input.username());
    directory.groups().add(pool, input.groupName(), user.username());
    return new AdminAddUserToGroupResponse();
  }
}
