package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.AttachGroupPolicyRequest;
import brume.model.iam.AttachGroupPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Attaches a managed policy to a group.
final class AttachGroupPolicy
    implements Operation<AttachGroupPolicyRequest, AttachGroupPolicyResponse> {
  private final Directory directory;

  AttachGroupPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AttachGroupPolicyRequest input) {
    return Needs.attaching(call, name(), directory.groups(), input.groupName(), input.policyArn());
  }

  @Override
  public AttachGroupPolicyResponse run(Call call, AttachGroupPolicyRequest input) {
    directory
        .attachments()
        .attach(call.scope(), directory.groups(), input.groupName(), input.policyArn());
    return new AttachGroupPolicyResponse();
  }
}
