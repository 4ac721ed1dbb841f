package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DeleteRolePolicyRequest;
import brume.model.iam.DeleteRolePolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an inline policy of a role.
final class DeleteRolePolicy
    implements Operation<DeleteRolePolicyRequest, DeleteRolePolicyResponse> {
  private final Directory directory;

  DeleteRolePolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteRolePolicyRequest input) {
    return Needs.on(call, name(), directory.roles(), input.roleName());
  }

  @Override
  public DeleteRolePolicyResponse run(Call call, DeleteRolePolicyRequest input) {
    directory
        .inline()
        .delete(call.scope(), directory.roles(), input.roleName(), input.policyName());
    return new DeleteRolePolicyResponse();
  }
}
