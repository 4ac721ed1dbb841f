package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.iam.entity.Documents;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.CreatePolicyVersionRequest;
import brume.model.iam.CreatePolicyVersionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Gives a managed policy another version, perhaps as the one in force.
final class CreatePolicyVersion
    implements Operation<CreatePolicyVersionRequest, CreatePolicyVersionResponse> {
  private final Directory directory;

  CreatePolicyVersion(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreatePolicyVersionRequest input) {
    return Needs.onPolicy(call, name(), directory.policies(), input.policyArn());
  }

  @Override
  public CreatePolicyVersionResponse run(Call call, CreatePolicyVersionRequest input) {
    Documents.checkManaged(input.policyDocument());
    boolean asDefault = Boolean.TRUE.equals(input.setAsDefault());
    var version =
        directory
            .policies()
            .createVersion(
                call.scope(), input.policyArn(), input.policyDocument(), call.now(), asDefault);
    return new CreatePolicyVersionResponse(Shown.listed(version));
  }
}
