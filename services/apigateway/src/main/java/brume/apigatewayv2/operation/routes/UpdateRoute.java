package brume.apigatewayv2.operation.routes;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.apigatewayv2.rules.RouteRules;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.UpdateRouteRequest;
import brume.model.apigatewayv2.UpdateRouteResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes a route.
public final class UpdateRoute implements Operation<UpdateRouteRequest, UpdateRouteResult> {
  private final HttpApis apis;

  public UpdateRoute(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, UpdateRouteRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.UPDATE_ROUTE, input);
  }

  @Override
  public UpdateRouteResult run(Call call, UpdateRouteRequest input) {
    return apis.change(
        call,
        input.apiId(),
        draft -> {
          var route = Alike.merge(draft.get(Kind.ROUTE, input.routeId()), input);
          RouteRules.check(route, draft);
          return Alike.copy(UpdateRouteResult.SHAPE, draft.put(Kind.ROUTE, route));
        });
  }
}
