package brume.apigatewayv2.operation.routes;

import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.DeleteRouteRequest;
import brume.model.apigatewayv2.DeleteRouteResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a route.
public final class DeleteRoute implements Operation<DeleteRouteRequest, DeleteRouteResponse> {
  private final HttpApis apis;

  public DeleteRoute(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, DeleteRouteRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.DELETE_ROUTE, input);
  }

  @Override
  public DeleteRouteResponse run(Call call, DeleteRouteRequest input) {
    return apis.change(
        call,
        input.apiId(),
        draft -> {
          draft.delete(Kind.ROUTE, input.routeId());
          return new DeleteRouteResponse();
        });
  }
}
