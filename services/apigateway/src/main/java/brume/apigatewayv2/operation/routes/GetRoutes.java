package brume.apigatewayv2.operation.routes;

import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.data.Kind;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.GetRoutesRequest;
import brume.model.apigatewayv2.GetRoutesResponse;
import brume.model.apigatewayv2.Route;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the routes of an API.
public final class GetRoutes implements Operation<GetRoutesRequest, GetRoutesResponse> {
  private final HttpApis apis;

  public GetRoutes(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public Access access(Call call, GetRoutesRequest input) {
    return PathAccess.to(call, ApiGatewayV2Model.GET_ROUTES, input);
  }

  @Override
  public GetRoutesResponse run(Call call, GetRoutesRequest input) {
    var all = apis.read(call.scope(), input.apiId(), view -> view.all(Kind.ROUTE));
    var page = Part.ofText(all, Route::routeId, input.nextToken(), input.maxResults());
    return new GetRoutesResponse(page.items(), page.next());
  }
}
