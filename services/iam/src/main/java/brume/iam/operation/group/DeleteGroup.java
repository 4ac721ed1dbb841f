package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DeleteGroupRequest;
import brume.model.iam.DeleteGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a group that has neither users nor policies left.
final class DeleteGroup implements Operation<DeleteGroupRequest, DeleteGroupResponse> {
  private final Directory directory;

  DeleteGroup(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteGroupRequest input) {
    return Needs.on(call, name(), directory.groups(), input.groupName());
  }

  @Override
  public DeleteGroupResponse run(Call call, DeleteGroupRequest input) {
    directory.groups().delete(call.scope(), input.groupName());
    return new DeleteGroupResponse();
  }
}
