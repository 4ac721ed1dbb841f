package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.entity.EntityKind;
import brume.iam.request.Needs;
import brume.model.iam.UpdateGroupRequest;
import brume.model.iam.UpdateGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Gives a group another name or path. All that it has stays its own.
final class UpdateGroup implements Operation<UpdateGroupRequest, UpdateGroupResponse> {
  private final Directory directory;

  UpdateGroup(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UpdateGroupRequest input) {
    return Needs.on(call, name(), directory.groups(), input.groupName());
  }

  @Override
  public UpdateGroupResponse run(Call call, UpdateGroupRequest input) {
    directory
        .groups()
        .change(
            call.scope(),
            input.groupName(),
            group -> {
              var name = input.newGroupName() == null ? group.groupName() : input.newGroupName();
              var path = input.newPath() == null ? group.path() : input.newPath();
              return group.toBuilder()
                  .groupName(name)
                  .path(path)
                  .arn(EntityKind.GROUP.arn(call.scope().account(), path, name).toString())
                  .build();
            });
    return new UpdateGroupResponse();
  }
}
