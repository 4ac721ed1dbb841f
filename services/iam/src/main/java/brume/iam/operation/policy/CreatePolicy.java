package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.iam.entity.Documents;
import brume.iam.entity.EntityKind;
import brume.iam.entity.Tags;
import brume.iam.request.Needs;
import brume.model.iam.CreatePolicyRequest;
import brume.model.iam.CreatePolicyResponse;
import brume.model.iam.Policy;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Makes a managed policy of the account, with its first version.
final class CreatePolicy implements Operation<CreatePolicyRequest, CreatePolicyResponse> {
  private final Directory directory;

  CreatePolicy(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreatePolicyRequest input) {
    return Needs.onNew(
        call, name(), EntityKind.POLICY, input.path(), input.policyName(), input.tags());
  }

  @Override
  public CreatePolicyResponse run(Call call, CreatePolicyRequest input) {
    Documents.checkManaged(input.policyDocument());
    var path = input.path() == null ? Needs.ROOT_PATH : input.path();
    var policy =
        Policy.builder()
            .arn(EntityKind.POLICY.arn(call.scope().account(), path, input.policyName()).toString())
            .policyName(input.policyName())
            .policyId(EntityKind.POLICY.newId(call.ids()))
            .path(path)
            .description(input.description())
            .defaultVersionId("v1")
            .createDate(call.now())
            .updateDate(call.now())
            .tags(Tags.ofNew(input.tags()))
            .build();
    var created = directory.policies().create(call.scope(), policy, input.policyDocument());
    return new CreatePolicyResponse(
        directory.attachments().counted(call.scope(), Objects.requireNonNull(created.arn())));
  }
}
