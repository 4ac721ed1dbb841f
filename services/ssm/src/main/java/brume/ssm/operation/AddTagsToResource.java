package brume.ssm.operation;

import brume.model.ssm.AddTagsToResourceRequest;
import brume.model.ssm.AddTagsToResourceResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ssm.data.Parameters;

/// Adds tags to a parameter, in place of those with the same keys.
public final class AddTagsToResource
    implements Operation<AddTagsToResourceRequest, AddTagsToResourceResult> {
  private final Parameters parameters;

  public AddTagsToResource(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Access access(Call call, AddTagsToResourceRequest input) {
    return ParameterAccess.tagged(
        ParameterAccess.to(call, name(), input.resourceId()), input.tags());
  }

  @Override
  public AddTagsToResourceResult run(Call call, AddTagsToResourceRequest input) {
    Lacking.checkTagged(input.resourceType());
    return parameters.change(
        call.scope(),
        change -> {
          var name = Tagged.require(change, input.resourceId());
          change.tag(name, Tagged.and(change.tags(name), input.tags()));
          return new AddTagsToResourceResult();
        });
  }
}
