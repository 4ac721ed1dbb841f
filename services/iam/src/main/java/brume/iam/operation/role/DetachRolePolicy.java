package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DetachRolePolicyRequest;
import brume.model.iam.DetachRolePolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes a managed policy from a role.
final class DetachRolePolicy
    implements Operation<DetachRolePolicyRequest, DetachRolePolicyResponse> {
  private final Directory directory;

  DetachRolePolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DetachRolePolicyRequest input) {
    return Needs.attaching(call, name(), directory.roles(), input.roleName(), input.policyArn());
  }

  @Override
  public DetachRolePolicyResponse run(Call call, DetachRolePolicyRequest input) {
    directory
        .attachments()
        .detach(call.scope(), directory.roles(), input.roleName(), input.policyArn());
    return new DetachRolePolicyResponse();
  }
}
