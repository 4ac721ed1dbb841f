package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.UntagRoleRequest;
import brume.model.iam.UntagRoleResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes tags from a role.
final class UntagRole implements Operation<UntagRoleRequest, UntagRoleResponse> {
  private final Directory directory;

  UntagRole(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UntagRoleRequest input) {
    return Needs.untagging(
        Needs.on(call, name(), directory.roles(), input.roleName()), input.tagKeys());
  }

  @Override
  public UntagRoleResponse run(Call call, UntagRoleRequest input) {
    directory.roles().untag(call.scope(), input.roleName(), input.tagKeys());
    return new UntagRoleResponse();
  }
}
