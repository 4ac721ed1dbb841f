package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.entity.EntityKind;
import brume.iam.request.Needs;
import brume.model.iam.CreateGroupRequest;
import brume.model.iam.CreateGroupResponse;
import brume.model.iam.Group;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a group without users.
final class CreateGroup implements Operation<CreateGroupRequest, CreateGroupResponse> {
  private final Directory directory;

  CreateGroup(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreateGroupRequest input) {
    return Needs.onNew(call, name(), EntityKind.GROUP, input.path(), input.groupName(), null);
  }

  @Override
  public CreateGroupResponse run(Call call, CreateGroupRequest input) {
    var path = input.path() == null ? Needs.ROOT_PATH : input.path();
    var group =
        Group.builder()
            .arn(EntityKind.GROUP.arn(call.scope().account(), path, input.groupName()).toString())
            .groupName(input.groupName())
            .groupId(EntityKind.GROUP.newId(call.ids()))
            .path(path)
            .createDate(call.now())
            .build();
    return new CreateGroupResponse(directory.groups().create(call.scope(), group));
  }
}
