package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.GetPolicyVersionRequest;
import brume.model.iam.GetPolicyVersionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows a version of a managed policy with its document.
final class GetPolicyVersion
    implements Operation<GetPolicyVersionRequest, GetPolicyVersionResponse> {
  private final Directory directory;

  GetPolicyVersion(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetPolicyVersionRequest input) {
    return Needs.onPolicy(call, name(), directory.policies(), input.policyArn());
  }

  @Override
  public GetPolicyVersionResponse run(Call call, GetPolicyVersionRequest input) {
    var version = directory.policies().version(call.scope(), input.policyArn(), input.versionId());
    return new GetPolicyVersionResponse(Shown.whole(version));
  }
}
