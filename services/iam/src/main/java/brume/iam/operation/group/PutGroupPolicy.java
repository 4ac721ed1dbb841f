package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.entity.Documents;
import brume.iam.request.Needs;
import brume.model.iam.PutGroupPolicyRequest;
import brume.model.iam.PutGroupPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts an inline policy of a group, in place of the one with its name.
final class PutGroupPolicy implements Operation<PutGroupPolicyRequest, PutGroupPolicyResponse> {
  private final Directory directory;

  PutGroupPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, PutGroupPolicyRequest input) {
    return Needs.on(call, name(), directory.groups(), input.groupName());
  }

  @Override
  public PutGroupPolicyResponse run(Call call, PutGroupPolicyRequest input) {
    Documents.check(input.policyDocument());
    directory
        .inline()
        .put(
            call.scope(),
            directory.groups(),
            input.groupName(),
            input.policyName(),
            input.policyDocument());
    return new PutGroupPolicyResponse();
  }
}
