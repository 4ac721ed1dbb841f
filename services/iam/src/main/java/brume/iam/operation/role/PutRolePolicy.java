package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.entity.Documents;
import brume.iam.request.Needs;
import brume.model.iam.PutRolePolicyRequest;
import brume.model.iam.PutRolePolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts an inline policy of a role, in place of the one with its name.
final class PutRolePolicy implements Operation<PutRolePolicyRequest, PutRolePolicyResponse> {
  private final Directory directory;

  PutRolePolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, PutRolePolicyRequest input) {
    return Needs.on(call, name(), directory.roles(), input.roleName());
  }

  @Override
  public PutRolePolicyResponse run(Call call, PutRolePolicyRequest input) {
    Documents.check(input.policyDocument());
    directory
        .inline()
        .put(
            call.scope(),
            directory.roles(),
            input.roleName(),
            input.policyName(),
            input.policyDocument());
    return new PutRolePolicyResponse();
  }
}
