package brume.apigateway.resource;

import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateAuthorizerRequest;
import brume.model.apigateway.DeleteAuthorizerRequest;
import brume.model.apigateway.UpdateAuthorizerRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGateway::Authorizer`. `Ref` gives the id, as does `GetAtt` of `AuthorizerId`.
public final class AuthorizerResource extends ApiResource {
  public AuthorizerResource() {
    super(
        "AWS::ApiGateway::Authorizer",
        Set.of("RestApiId"),
        Set.of(
            "Name",
            "Type",
            "AuthType",
            "AuthorizerUri",
            "AuthorizerCredentials",
            "AuthorizerResultTtlInSeconds",
            "IdentitySource",
            "IdentityValidationExpression",
            "ProviderARNs"));
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(request.properties(), CreateAuthorizerRequest.SHAPE);
    var id = Objects.requireNonNull(call.invoke(ApiGatewayModel.CREATE_AUTHORIZER, input).id());
    return Resource.of(id).with("AuthorizerId", id);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var operations =
        new Patches(before, request.properties())
            .value("Name", "/name")
            .value("Type", "/type")
            .value("AuthType", "/authType")
            .value("AuthorizerUri", "/authorizerUri")
            .value("AuthorizerCredentials", "/authorizerCredentials")
            .value("AuthorizerResultTtlInSeconds", "/authorizerResultTtlInSeconds")
            .value("IdentitySource", "/identitySource")
            .value("IdentityValidationExpression", "/identityValidationExpression")
            .set("ProviderARNs", "/providerARNs")
            .operations();
    if (!operations.isEmpty()) {
      call.invoke(
          ApiGatewayModel.UPDATE_AUTHORIZER,
          new UpdateAuthorizerRequest(
              current.physicalId(), operations, required(before, "RestApiId")));
    }
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var input =
        new DeleteAuthorizerRequest(current.physicalId(), required(properties, "RestApiId"));
    quietly(() -> call.invoke(ApiGatewayModel.DELETE_AUTHORIZER, input));
  }
}
