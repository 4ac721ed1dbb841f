package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.AttachUserPolicyRequest;
import brume.model.iam.AttachUserPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Attaches a managed policy to a user.
final class AttachUserPolicy
    implements Operation<AttachUserPolicyRequest, AttachUserPolicyResponse> {
  private final Directory directory;

  AttachUserPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AttachUserPolicyRequest input) {
    return Needs.attaching(call, name(), directory.users(), input.userName(), input.policyArn());
  }

  @Override
  public AttachUserPolicyResponse run(Call call, AttachUserPolicyRequest input) {
    directory
        .attachments()
        .attach(call.scope(), directory.users(), input.userName(), input.policyArn());
    return new AttachUserPolicyResponse();
  }
}
