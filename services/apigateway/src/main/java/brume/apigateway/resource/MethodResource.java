package brume.apigateway.resource;

import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteMethodRequest;
import brume.model.apigateway.PutIntegrationRequest;
import brume.model.apigateway.PutIntegrationResponseRequest;
import brume.model.apigateway.PutMethodRequest;
import brume.model.apigateway.PutMethodResponseRequest;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.resource.TemplateProperties;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `AWS::ApiGateway::Method`, with its integration and responses.
public final class MethodResource extends ApiResource {
  public MethodResource() {
    super(
        "AWS::ApiGateway::Method",
        Set.of("RestApiId", "ResourceId", "HttpMethod"),
        Set.of(
            "ApiKeyRequired",
            "AuthorizationScopes",
            "AuthorizationType",
            "AuthorizerId",
            "Integration",
            "MethodResponses",
            "OperationName",
            "RequestModels",
            "RequestParameters",
            "RequestValidatorId"));
  }

  private record Place(String api, String resource, String verb) {
    static Place of(Json.Obj properties) {
      return new Place(
          required(properties, "RestApiId"),
          required(properties, "ResourceId"),
          required(properties, "HttpMethod"));
    }
  }

  @Override
  public Resource create(Call call, Request request) {
    var place = Place.of(request.properties());
    put(call, place, request.properties());
    return Resource.of(request.generatedName(MAX_ID));
  }

  private static final int MAX_ID = 128;

  private static void put(Call call, Place place, Json.Obj properties) {
    var own = properties.without("Integration").without("MethodResponses");
    own = own.has("AuthorizationType") ? own : own.with("AuthorizationType", Json.of("NONE"));
    call.invoke(ApiGatewayModel.PUT_METHOD, TemplateProperties.read(own, PutMethodRequest.SHAPE));
    var responses = properties.get("MethodResponses");
    for (var item : responses == null ? List.<Json>of() : responses.list()) {
      call.invoke(
          ApiGatewayModel.PUT_METHOD_RESPONSE,
          TemplateProperties.read(placed(item, place), PutMethodResponseRequest.SHAPE));
    }
    if (properties.get("Integration") instanceof Json.Obj integration) {
      put(call, place, integration, integration.get("IntegrationResponses"));
    }
  }

  private static void put(Call call, Place place, Json.Obj integration, @Nullable Json responses) {
    var verb = integration.get("IntegrationHttpMethod");
    var own =
        placed(integration.without("IntegrationResponses").without("IntegrationHttpMethod"), place);
    var input = TemplateProperties.read(own, PutIntegrationRequest.SHAPE).toBuilder();
    call.invoke(
        ApiGatewayModel.PUT_INTEGRATION,
        input.integrationHttpMethod(verb == null ? null : verb.text()).build());
    for (var item : responses == null ? List.<Json>of() : responses.list()) {
      call.invoke(
          ApiGatewayModel.PUT_INTEGRATION_RESPONSE,
          TemplateProperties.read(placed(item, place), PutIntegrationResponseRequest.SHAPE));
    }
  }

  private static Json.Obj placed(Json item, Place place) {
    if (!(item instanceof Json.Obj object)) {
      throw CommonError.VALIDATION.because("Not of the right type: " + item);
    }
    return object
        .with("RestApiId", Json.of(place.api))
        .with("ResourceId", Json.of(place.resource))
        .with("HttpMethod", Json.of(place.verb));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    delete(call, current, before);
    put(call, Place.of(request.properties()), request.properties());
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var place = Place.of(properties);
    var input = new DeleteMethodRequest(place.verb, place.resource, place.api);
    quietly(() -> call.invoke(ApiGatewayModel.DELETE_METHOD, input));
  }
}
