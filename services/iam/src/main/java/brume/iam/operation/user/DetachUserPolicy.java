package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DetachUserPolicyRequest;
import brume.model.iam.DetachUserPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes a managed policy from a user.
final class DetachUserPolicy
    implements Operation<DetachUserPolicyRequest, DetachUserPolicyResponse> {
  private final Directory directory;

  DetachUserPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DetachUserPolicyRequest input) {
    return Needs.attaching(call, name(), directory.users(), input.userName(), input.policyArn());
  }

  @Override
  public DetachUserPolicyResponse run(Call call, DetachUserPolicyRequest input) {
    directory
        .attachments()
        .detach(call.scope(), directory.users(), input.userName(), input.policyArn());
    return new DetachUserPolicyResponse();
  }
}
