package brume.ssm.operation;

import brume.model.ssm.RemoveTagsFromResourceRequest;
import brume.model.ssm.RemoveTagsFromResourceResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ssm.data.Parameters;

/// Takes tags from a parameter.
public final class RemoveTagsFromResource
    implements Operation<RemoveTagsFromResourceRequest, RemoveTagsFromResourceResult> {
  private final Parameters parameters;

  public RemoveTagsFromResource(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Access access(Call call, RemoveTagsFromResourceRequest input) {
    return ParameterAccess.to(call, name(), input.resourceId())
        .where("aws:TagKeys", input.tagKeys().toArray(String[]::new));
  }

  @Override
  public RemoveTagsFromResourceResult run(Call call, RemoveTagsFromResourceRequest input) {
    Lacking.checkTagged(input.resourceType());
    return parameters.change(
        call.scope(),
        change -> {
          var name = Tagged.require(change, input.resourceId());
          var rest =
              change.tags(name).stream()
                  .filter(tag -> !input.tagKeys().contains(tag.key()))
                  .toList();
          change.tag(name, rest);
          return new RemoveTagsFromResourceResult();
        });
  }
}
