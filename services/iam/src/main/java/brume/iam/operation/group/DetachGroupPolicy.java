package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DetachGroupPolicyRequest;
import brume.model.iam.DetachGroupPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes a managed policy from a group.
final class DetachGroupPolicy
    implements Operation<DetachGroupPolicyRequest, DetachGroupPolicyResponse> {
  private final Directory directory;

  DetachGroupPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DetachGroupPolicyRequest input) {
    return Needs.attaching(call, name(), directory.groups(), input.groupName(), input.policyArn());
  }

  @Override
  public DetachGroupPolicyResponse run(Call call, DetachGroupPolicyRequest input) {
    directory
        .attachments()
        .detach(call.scope(), directory.groups(), input.groupName(), input.policyArn());
    return new DetachGroupPolicyResponse();
  }
}
