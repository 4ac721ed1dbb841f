package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DeleteRolePermissionsBoundaryRequest;
import brume.model.iam.DeleteRolePermissionsBoundaryResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes the permissions boundary from a role.
final class DeleteRolePermissionsBoundary
    implements Operation<
        DeleteRolePermissionsBoundaryRequest, DeleteRolePermissionsBoundaryResponse> {
  private final Directory directory;

  DeleteRolePermissionsBoundary(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteRolePermissionsBoundaryRequest input) {
    return Needs.on(call, name(), directory.roles(), input.roleName());
  }

  @Override
  public DeleteRolePermissionsBoundaryResponse run(
      Call call, DeleteRolePermissionsBoundaryRequest input) {
    directory.boundedRoles().bound(call.scope(), input.roleName(), null);
    return new DeleteRolePermissionsBoundaryResponse();
  }
}
