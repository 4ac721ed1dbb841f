package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DeletePolicyRequest;
import brume.model.iam.DeletePolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a managed policy that nothing has.
final class DeletePolicy implements Operation<DeletePolicyRequest, DeletePolicyResponse> {
  private final Directory directory;

  DeletePolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeletePolicyRequest input) {
    return Needs.onPolicy(call, name(), directory.policies(), input.policyArn());
  }

  @Override
  public DeletePolicyResponse run(Call call, DeletePolicyRequest input) {
    directory.policies().delete(call.scope(), input.policyArn());
    return new DeletePolicyResponse();
  }
}
