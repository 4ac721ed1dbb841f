package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DeleteGroupPolicyRequest;
import brume.model.iam.DeleteGroupPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an inline policy of a group.
final class DeleteGroupPolicy
    implements Operation<DeleteGroupPolicyRequest, DeleteGroupPolicyResponse> {
  private final Directory directory;

  DeleteGroupPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteGroupPolicyRequest input) {
    return Needs.on(call, name(), directory.groups(), input.groupName());
  }

  @Override
  public DeleteGroupPolicyResponse run(Call call, DeleteGroupPolicyRequest input) {
    directory
        .inline()
        .delete(call.scope(), directory.groups(), input.groupName(), input.policyName());
    return new DeleteGroupPolicyResponse();
  }
}
