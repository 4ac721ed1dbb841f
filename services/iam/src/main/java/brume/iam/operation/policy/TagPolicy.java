package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.TagPolicyRequest;
import brume.model.iam.TagPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds tags to a managed policy, in place of those with the same keys.
final class TagPolicy implements Operation<TagPolicyRequest, TagPolicyResponse> {
  private final Directory directory;

  TagPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, TagPolicyRequest input) {
    return Needs.tagged(
        Needs.onPolicy(call, name(), directory.policies(), input.policyArn()), input.tags());
  }

  @Override
  public TagPolicyResponse run(Call call, TagPolicyRequest input) {
    directory.policies().tag(call.scope(), input.policyArn(), input.tags());
    return new TagPolicyResponse();
  }
}
