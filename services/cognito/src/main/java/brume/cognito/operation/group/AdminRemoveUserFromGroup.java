package brume.cognito.operation.group;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminRemoveUserFromGroupRequest;
import brume.model.cognitoidp.AdminRemoveUserFromGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes a user out of a group.
final class AdminRemoveUserFromGroup
    implements Operation<AdminRemoveUserFromGroupRequest, AdminRemoveUserFromGroupResponse> {
  private final Directory directory;

  AdminRemoveUserFromGroup(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AdminRemoveUserFromGroupRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminRemoveUserFromGroupResponse run(Call call, AdminRemoveUserFromGroupRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var user = directory.users().get(pool, input.username());
    directory.groups().remove(pool, input.groupName(), user.username());
    return new AdminRemoveUserFromGroupResponse();
  }
}
