package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.UpdateRoleRequest;
import brume.model.iam.UpdateRoleResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes the description of a role and how long its sessions may last. What is not given becomes
/// what it is by default.
final class UpdateRole implements Operation<UpdateRoleRequest, UpdateRoleResponse> {
  private final Directory directory;

  UpdateRole(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UpdateRoleRequest input) {
    return Needs.on(call, name(), directory.roles(), input.roleName());
  }

  @Override
  public UpdateRoleResponse run(Call call, UpdateRoleRequest input) {
    directory
        .roles()
        .change(
            call.scope(),
            input.roleName(),
            role ->
                role.toBuilder()
                    .description(input.description())
                    .maxSessionDuration(Shown.maxSessionDuration(input.maxSessionDuration()))
                    .build());
    return new UpdateRoleResponse();
  }
}
