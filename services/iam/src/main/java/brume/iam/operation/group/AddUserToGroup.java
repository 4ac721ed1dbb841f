package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.AddUserToGroupRequest;
import brume.model.iam.AddUserToGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a user a member of a group.
final class AddUserToGroup implements Operation<AddUserToGroupRequest, AddUserToGroupResponse> {
  private final Directory directory;

  AddUserToGroup(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AddUserToGroupRequest input) {
    return Needs.on(call, name(), directory.groups(), input.groupName());
  }

  @Override
  public AddUserToGroupResponse run(Call call, AddUserToGroupRequest input) {
    directory.memberships().addUser(call.scope(), input.groupName(), input.userName());
    return new AddUserToGroupResponse();
  }
}
