package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DeleteRoleRequest;
import brume.model.iam.DeleteRoleResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a role that has nothing left. Its sessions are denied everything from then on.
final class DeleteRole implements Operation<DeleteRoleRequest, DeleteRoleResponse> {
  private final Directory directory;

  DeleteRole(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteRoleRequest input) {
    return Needs.on(call, name(), directory.roles(), input.roleName());
  }

  @Override
  public DeleteRoleResponse run(Call call, DeleteRoleRequest input) {
    directory.boundedRoles().delete(call.scope(), input.roleName());
    return new DeleteRoleResponse();
  }
}
