package brume.apigatewayv2.operation.tags;

import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.Tagged;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.UntagResourceRequest;
import brume.model.apigatewayv2.UntagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.TreeMap;

/// Removes tags from an API or a stage.
public final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
  private final Tagged tagged;

  public UntagResource(Tagged tagged) {
    this.tagged = tagged;
  }

  @Override
  public Access access(Call call, UntagResourceRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.UNTAG_RESOURCE, input);
  }

  @Override
  public UntagResourceResponse run(Call call, UntagResourceRequest input) {
    tagged.change(
        call,
        input.resourceArn(),
        before -> {
          var after = new TreeMap<>(before);
          input.tagKeys().forEach(after::remove);
          return after;
        });
    return new UntagResourceResponse();
  }
}
