package brume.apigatewayv2.operation.tags;

import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.Tagged;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.TagResourceRequest;
import brume.model.apigatewayv2.TagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Map;
import java.util.TreeMap;

/// Adds tags to an API or a stage, in place of those with the same keys.
public final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
  private final Tagged tagged;

  public TagResource(Tagged tagged) {
    this.tagged = tagged;
  }

  @Override
  public Access access(Call call, TagResourceRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.TAG_RESOURCE, input);
  }

  @Override
  public TagResourceResponse run(Call call, TagResourceRequest input) {
    tagged.change(
        call,
        input.resourceArn(),
        before -> {
          var after = new TreeMap<>(before);
          after.putAll(input.tags() == null ? Map.of() : input.tags());
          return after;
        });
    return new TagResourceResponse();
  }
}
