package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DeletePolicyVersionRequest;
import brume.model.iam.DeletePolicyVersionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a version of a managed policy that is not in force.
final class DeletePolicyVersion
    implements Operation<DeletePolicyVersionRequest, DeletePolicyVersionResponse> {
  private final Directory directory;

  DeletePolicyVersion(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeletePolicyVersionRequest input) {
    return Needs.onPolicy(call, name(), directory.policies(), input.policyArn());
  }

  @Override
  public DeletePolicyVersionResponse run(Call call, DeletePolicyVersionRequest input) {
    directory.policies().deleteVersion(call.scope(), input.policyArn(), input.versionId());
    return new DeletePolicyVersionResponse();
  }
}
