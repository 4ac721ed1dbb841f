package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.GetPolicyRequest;
import brume.model.iam.GetPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows a managed policy without its documents.
final class GetPolicy implements Operation<GetPolicyRequest, GetPolicyResponse> {
  private final Directory directory;

  GetPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetPolicyRequest input) {
    return Needs.onPolicy(call, name(), directory.policies(), input.policyArn());
  }

  @Override
  public GetPolicyResponse run(Call call, GetPolicyRequest input) {
    return new GetPolicyResponse(directory.attachments().counted(call.scope(), input.policyArn()));
  }
}
