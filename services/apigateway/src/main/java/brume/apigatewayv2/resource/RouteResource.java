package brume.apigatewayv2.resource;

import brume.json.Json;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateRouteRequest;
import brume.model.apigatewayv2.DeleteRouteRequest;
import brume.model.apigatewayv2.UpdateRouteRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGatewayV2::Route`. `Ref` gives the id, as does `GetAtt` of `RouteId`.
public final class RouteResource extends HttpResource {
  public RouteResource() {
    super(
        "AWS::ApiGatewayV2::Route",
        Set.of("ApiId"),
        Set.of(
            "RouteKey",
            "Target",
            "AuthorizationType",
            "AuthorizerId",
            "AuthorizationScopes",
            "OperationName",
            "ApiKeyRequired"));
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(request.properties(), CreateRouteRequest.SHAPE);
    var id = Objects.requireNonNull(call.invoke(ApiGatewayV2Model.CREATE_ROUTE, input).routeId());
    return Resource.of(id).with("RouteId", id);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    call.invoke(
        ApiGatewayV2Model.UPDATE_ROUTE,
        update(request, "RouteId", current, UpdateRouteRequest.SHAPE));
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var input = new DeleteRouteRequest(required(properties, "ApiId"), current.physicalId());
    quietly(() -> call.invoke(ApiGatewayV2Model.DELETE_ROUTE, input));
  }
}
