package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.AttachRolePolicyRequest;
import brume.model.iam.AttachRolePolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Attaches a managed policy to a role.
final class AttachRolePolicy
    implements Operation<AttachRolePolicyRequest, AttachRolePolicyResponse> {
  private final Directory directory;

  AttachRolePolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AttachRolePolicyRequest input) {
    return Needs.attaching(call, name(), directory.roles(), input.roleName(), input.policyArn());
  }

  @Override
  public AttachRolePolicyResponse run(Call call, AttachRolePolicyRequest input) {
    directory
        .attachments()
        .attach(call.scope(), directory.roles(), input.roleName(), input.policyArn());
    return new AttachRolePolicyResponse();
  }
}
