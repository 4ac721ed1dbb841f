package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.entity.Documents;
import brume.iam.request.Needs;
import brume.model.iam.GetRolePolicyRequest;
import brume.model.iam.GetRolePolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Shows an inline policy of a role.
final class GetRolePolicy implements Operation<GetRolePolicyRequest, GetRolePolicyResponse> {
  private final Directory directory;

  GetRolePolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetRolePolicyRequest input) {
    return Needs.on(call, name(), directory.roles(), input.roleName());
  }

  @Override
  public GetRolePolicyResponse run(Call call, GetRolePolicyRequest input) {
    var policy =
        directory
            .inline()
            .get(call.scope(), directory.roles(), input.roleName(), input.policyName());
    return GetRolePolicyResponse.builder()
        .roleName(input.roleName())
        .policyName(policy.policyName())
        .policyDocument(Documents.encoded(Objects.requireNonNull(policy.policyDocument())))
        .build();
  }
}
