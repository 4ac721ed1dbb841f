package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.entity.Documents;
import brume.iam.request.Needs;
import brume.model.iam.UpdateAssumeRolePolicyRequest;
import brume.model.iam.UpdateAssumeRolePolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts another trust policy in place of that of a role.
final class UpdateAssumeRolePolicy
    implements Operation<UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse> {
  private final Directory directory;

  UpdateAssumeRolePolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UpdateAssumeRolePolicyRequest input) {
    return Needs.on(call, name(), directory.roles(), input.roleName());
  }

  @Override
  public UpdateAssumeRolePolicyResponse run(Call call, UpdateAssumeRolePolicyRequest input) {
    Documents.checkTrust(input.policyDocument());
    directory
        .roles()
        .change(
            call.scope(),
            input.roleName(),
            role -> role.toBuilder().assumeRolePolicyDocument(input.policyDocument()).build());
    return new UpdateAssumeRolePolicyResponse();
  }
}
