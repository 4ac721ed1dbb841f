package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.PutRolePermissionsBoundaryRequest;
import brume.model.iam.PutRolePermissionsBoundaryResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sets the permissions boundary of a role.
final class PutRolePermissionsBoundary
    implements Operation<PutRolePermissionsBoundaryRequest, PutRolePermissionsBoundaryResponse> {
  private final Directory directory;

  PutRolePermissionsBoundary(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, PutRolePermissionsBoundaryRequest input) {
    return Needs.bounded(
        Needs.on(call, name(), directory.roles(), input.roleName()), input.permissionsBoundary());
  }

  @Override
  public PutRolePermissionsBoundaryResponse run(
      Call call, PutRolePermissionsBoundaryRequest input) {
    directory.boundedRoles().bound(call.scope(), input.roleName(), input.permissionsBoundary());
    return new PutRolePermissionsBoundaryResponse();
  }
}
