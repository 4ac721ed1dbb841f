package brume.apigateway.operation.account;

import brume.apigateway.data.Tagged;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.TagResourceRequest;
import brume.model.apigateway.TagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.TreeMap;

/// Adds tags to an API or a stage, in place of those with the same keys.
public final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
  private final Tagged tagged;

  public TagResource(Tagged tagged) {
    this.tagged = tagged;
  }

  @Override
  public Access access(Call call, TagResourceRequest input) {
    return PathAccess.to(call, ApiGatewayModel.TAG_RESOURCE, input);
  }

  @Override
  public TagResourceResponse run(Call call, TagResourceRequest input) {
    tagged.change(
        call.scope(),
        input.resourceArn(),
        before -> {
          var after = new TreeMap<>(before);
          after.putAll(input.tags());
          return after;
        });
    return new TagResourceResponse();
  }
}
