package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.entity.Documents;
import brume.iam.request.Needs;
import brume.model.iam.GetUserPolicyRequest;
import brume.model.iam.GetUserPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Shows an inline policy of a user.
final class GetUserPolicy implements Operation<GetUserPolicyRequest, GetUserPolicyResponse> {
  private final Directory directory;

  GetUserPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetUserPolicyRequest input) {
    return Needs.on(call, name(), directory.users(), input.userName());
  }

  @Override
  public GetUserPolicyResponse run(Call call, GetUserPolicyRequest input) {
    var policy =
        directory
            .inline()
            .get(call.scope(), directory.users(), input.userName(), input.policyName());
    return GetUserPolicyResponse.builder()
        .userName(input.userName())
        .policyName(policy.policyName())
        .policyDocument(Documents.encoded(Objects.requireNonNull(policy.policyDocument())))
        .build();
  }
}
