package brume.apigatewayv2.operation.api;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigateway.revision.ApiView;
import brume.apigatewayv2.data.HttpApis;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.GetApiRequest;
import brume.model.apigatewayv2.GetApiResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes an HTTP API.
public final class GetApi implements Operation<GetApiRequest, GetApiResponse> {
  private final HttpApis apis;

  public GetApi(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetApiRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.GET_API, input);
  }

  @Override
  public GetApiResponse run(Call call, GetApiRequest input) {
    return Alike.copy(GetApiResponse.SHAPE, apis.read(call.scope(), input.apiId(), ApiView::api));
  }
}
