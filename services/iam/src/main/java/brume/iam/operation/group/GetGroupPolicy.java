package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.entity.Documents;
import brume.iam.request.Needs;
import brume.model.iam.GetGroupPolicyRequest;
import brume.model.iam.GetGroupPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Shows an inline policy of a group.
final class GetGroupPolicy implements Operation<GetGroupPolicyRequest, GetGroupPolicyResponse> {
  private final Directory directory;

  GetGroupPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetGroupPolicyRequest input) {
    return Needs.on(call, name(), directory.groups(), input.groupName());
  }

  @Override
  public GetGroupPolicyResponse run(Call call, GetGroupPolicyRequest input) {
    var policy =
        directory
            .inline()
            .get(call.scope(), directory.groups(), input.groupName(), input.policyName());
    return GetGroupPolicyResponse.builder()
        .groupName(input.groupName())
        .policyName(policy.policyName())
        .policyDocument(Documents.encoded(Objects.requireNonNull(policy.policyDocument())))
        .build();
  }
}
