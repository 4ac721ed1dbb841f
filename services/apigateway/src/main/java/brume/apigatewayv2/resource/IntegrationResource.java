package brume.apigatewayv2.resource;

import brume.json.Json;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateIntegrationRequest;
import brume.model.apigatewayv2.DeleteIntegrationRequest;
import brume.model.apigatewayv2.UpdateIntegrationRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGatewayV2::Integration`. `Ref` gives the id, as does `GetAtt` of `IntegrationId`.
public final class IntegrationResource extends HttpResource {
  public IntegrationResource() {
    super(
        "AWS::ApiGatewayV2::Integration",
        Set.of("ApiId"),
        Set.of(
            "ConnectionType",
            "CredentialsArn",
            "Description",
            "IntegrationMethod",
            "IntegrationType",
            "IntegrationUri",
            "PayloadFormatVersion",
            "TimeoutInMillis"));
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(request.properties(), CreateIntegrationRequest.SHAPE);
    var made = call.invoke(ApiGatewayV2Model.CREATE_INTEGRATION, input);
    var id = Objects.requireNonNull(made.integrationId());
    return Resource.of(id).with("IntegrationId", id);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    call.invoke(
        ApiGatewayV2Model.UPDATE_INTEGRATION,
        update(request, "IntegrationId", current, UpdateIntegrationRequest.SHAPE));
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var input = new DeleteIntegrationRequest(required(properties, "ApiId"), current.physicalId());
    quietly(() -> call.invoke(ApiGatewayV2Model.DELETE_INTEGRATION, input));
  }
}
