package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.RemoveUserFromGroupRequest;
import brume.model.iam.RemoveUserFromGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Ends the membership of a user in a group.
final class RemoveUserFromGroup
    implements Operation<RemoveUserFromGroupRequest, RemoveUserFromGroupResponse> {
  private final Directory directory;

  RemoveUserFromGroup(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, RemoveUserFromGroupRequest input) {
    return Needs.on(call, name(), directory.groups(), input.groupName());
  }

  @Override
  public RemoveUserFromGroupResponse run(Call call, RemoveUserFromGroupRequest input) {
    directory.memberships().removeUser(call.scope(), input.groupName(), input.userName());
    return new RemoveUserFromGroupResponse();
  }
}
