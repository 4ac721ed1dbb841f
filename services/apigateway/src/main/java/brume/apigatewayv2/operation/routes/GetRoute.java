package brume.apigatewayv2.operation.routes;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.GetRouteRequest;
import brume.model.apigatewayv2.GetRouteResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a route.
public final class GetRoute implements Operation<GetRouteRequest, GetRouteResult> {
  private final HttpApis apis;

  public GetRoute(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetRouteRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.GET_ROUTE, input);
  }

  @Override
  public GetRouteResult run(Call call, GetRouteRequest input) {
    var found =
        apis.read(call.scope(), input.apiId(), view -> view.get(Kind.ROUTE, input.routeId()));
    return Alike.copy(GetRouteResult.SHAPE, found);
  }
}
