package brume.cognito.operation.group;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.DeleteGroupRequest;
import brume.model.cognitoidp.DeleteGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a group. Its members stay.
final class DeleteGroup implements Operation<DeleteGroupRequest, DeleteGroupResponse> {
  private final Directory directory;

  DeleteGroup(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteGroupRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public DeleteGroupResponse run(Call call, DeleteGroupRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    directory.groups().delete(pool, input.groupName());
    return new DeleteGroupResponse();
  }
}
