package brume.apigatewayv2.operation.tags;

import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.Tagged;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.GetTagsRequest;
import brume.model.apigatewayv2.GetTagsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of an API or a stage.
public final class GetTags implements Operation<GetTagsRequest, GetTagsResponse> {
  private final Tagged tagged;

  public GetTags(Tagged tagged) {
    this.tagged = tagged;
  }

  @Override
  public Access access(Call call, GetTagsRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.GET_TAGS, input);
  }

  @Override
  public GetTagsResponse run(Call call, GetTagsRequest input) {
    return new GetTagsResponse(tagged.of(call.scope(), input.resourceArn()));
  }
}
