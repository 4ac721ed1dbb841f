package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DeleteUserPolicyRequest;
import brume.model.iam.DeleteUserPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an inline policy of a user.
final class DeleteUserPolicy
    implements Operation<DeleteUserPolicyRequest, DeleteUserPolicyResponse> {
  private final Directory directory;

  DeleteUserPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteUserPolicyRequest input) {
    return Needs.on(call, name(), directory.users(), input.userName());
  }

  @Override
  public DeleteUserPolicyResponse run(Call call, DeleteUserPolicyRequest input) {
    directory
        .inline()
        .delete(call.scope(), directory.users(), input.userName(), input.policyName());
    return new DeleteUserPolicyResponse();
  }
}
