package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.SetDefaultPolicyVersionRequest;
import brume.model.iam.SetDefaultPolicyVersionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts a version of a managed policy in force.
final class SetDefaultPolicyVersion
    implements Operation<SetDefaultPolicyVersionRequest, SetDefaultPolicyVersionResponse> {
  private final Directory directory;

  SetDefaultPolicyVersion(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, SetDefaultPolicyVersionRequest input) {
    return Needs.onPolicy(call, name(), directory.policies(), input.policyArn());
  }

  @Override
  public SetDefaultPolicyVersionResponse run(Call call, SetDefaultPolicyVersionRequest input) {
    directory.policies().setDefault(call.scope(), input.policyArn(), input.versionId(), call.now());
    return new SetDefaultPolicyVersionResponse();
  }
}
