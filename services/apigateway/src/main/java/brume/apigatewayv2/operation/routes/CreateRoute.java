package brume.apigatewayv2.operation.routes;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.apigatewayv2.rules.RouteRules;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateRouteRequest;
import brume.model.apigatewayv2.CreateRouteResult;
import brume.model.apigatewayv2.Route;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds a route.
public final class CreateRoute implements Operation<CreateRouteRequest, CreateRouteResult> {
  private final HttpApis apis;

  public CreateRoute(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, CreateRouteRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.CREATE_ROUTE, input);
  }

  @Override
  public CreateRouteResult run(Call call, CreateRouteRequest input) {
    var route = RouteRules.created(Alike.copy(Route.SHAPE, input), call.ids());
    return apis.change(
        call,
        input.apiId(),
        draft -> {
          RouteRules.check(route, draft);
          return Alike.copy(CreateRouteResult.SHAPE, draft.put(Kind.ROUTE, route));
        });
  }
}
