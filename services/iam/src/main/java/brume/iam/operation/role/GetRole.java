package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.GetRoleRequest;
import brume.model.iam.GetRoleResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows a role and its trust policy.
final class GetRole implements Operation<GetRoleRequest, GetRoleResponse> {
  private final Directory directory;

  GetRole(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetRoleRequest input) {
    return Needs.on(call, name(), directory.roles(), input.roleName());
  }

  @Override
  public GetRoleResponse run(Call call, GetRoleRequest input) {
    return new GetRoleResponse(Shown.whole(directory.roles().get(call.scope(), input.roleName())));
  }
}
