package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.UntagPolicyRequest;
import brume.model.iam.UntagPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes tags from a managed policy.
final class UntagPolicy implements Operation<UntagPolicyRequest, UntagPolicyResponse> {
  private final Directory directory;

  UntagPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UntagPolicyRequest input) {
    return Needs.untagging(
        Needs.onPolicy(call, name(), directory.policies(), input.policyArn()), input.tagKeys());
  }

  @Override
  public UntagPolicyResponse run(Call call, UntagPolicyRequest input) {
    directory.policies().untag(call.scope(), input.policyArn(), input.tagKeys());
    return new UntagPolicyResponse();
  }
}
