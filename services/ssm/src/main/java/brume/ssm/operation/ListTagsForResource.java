package brume.ssm.operation;

import brume.model.ssm.ListTagsForResourceRequest;
import brume.model.ssm.ListTagsForResourceResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ssm.data.Parameters;

/// Lists the tags of a parameter.
public final class ListTagsForResource
    implements Operation<ListTagsForResourceRequest, ListTagsForResourceResult> {
  private final Parameters parameters;

  public ListTagsForResource(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Access access(Call call, ListTagsForResourceRequest input) {
    return ParameterAccess.to(call, name(), input.resourceId());
  }

  @Override
  public ListTagsForResourceResult run(Call call, ListTagsForResourceRequest input) {
    Lacking.checkTagged(input.resourceType());
    return parameters.change(
        call.scope(),
        change ->
            new ListTagsForResourceResult(change.tags(Tagged.require(change, input.resourceId()))));
  }
}
