package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.entity.Documents;
import brume.iam.request.Needs;
import brume.model.iam.PutUserPolicyRequest;
import brume.model.iam.PutUserPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts an inline policy of a user, in place of the one with its name.
final class PutUserPolicy implements Operation<PutUserPolicyRequest, PutUserPolicyResponse> {
  private final Directory directory;

  PutUserPolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, PutUserPolicyRequest input) {
    return Needs.on(call, name(), directory.users(), input.userName());
  }

  @Override
  public PutUserPolicyResponse run(Call call, PutUserPolicyRequest input) {
    Documents.check(input.policyDocument());
    directory
        .inline()
        .put(
            call.scope(),
            directory.users(),
            input.userName(),
            input.policyName(),
            input.policyDocument());
    return new PutUserPolicyResponse();
  }
}
