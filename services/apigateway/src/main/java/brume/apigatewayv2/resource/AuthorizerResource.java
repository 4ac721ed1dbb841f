package brume.apigatewayv2.resource;

import brume.json.Json;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateAuthorizerRequest;
import brume.model.apigatewayv2.DeleteAuthorizerRequest;
import brume.model.apigatewayv2.UpdateAuthorizerRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGatewayV2::Authorizer`. `Ref` gives the id, as does `GetAtt` of `AuthorizerId`.
public final class AuthorizerResource extends HttpResource {
  public AuthorizerResource() {
    super(
        "AWS::ApiGatewayV2::Authorizer",
        Set.of("ApiId"),
        Set.of(
            "AuthorizerCredentialsArn",
            "AuthorizerPayloadFormatVersion",
            "AuthorizerResultTtlInSeconds",
            "AuthorizerType",
            "AuthorizerUri",
            "EnableSimpleResponses",
            "IdentitySource",
            "JwtConfiguration",
            "Name"));
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(request.properties(), CreateAuthorizerRequest.SHAPE);
    var made = call.invoke(ApiGatewayV2Model.CREATE_AUTHORIZER, input);
    var id = Objects.requireNonNull(made.authorizerId());
    return Resource.of(id).with("AuthorizerId", id);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    call.invoke(
        ApiGatewayV2Model.UPDATE_AUTHORIZER,
        update(request, "AuthorizerId", current, UpdateAuthorizerRequest.SHAPE));
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var input = new DeleteAuthorizerRequest(required(properties, "ApiId"), current.physicalId());
    quietly(() -> call.invoke(ApiGatewayV2Model.DELETE_AUTHORIZER, input));
  }
}
