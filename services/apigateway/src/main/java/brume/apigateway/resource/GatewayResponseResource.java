package brume.apigateway.resource;

import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteGatewayResponseRequest;
import brume.model.apigateway.PutGatewayResponseRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Set;

/// `AWS::ApiGateway::GatewayResponse`.
public final class GatewayResponseResource extends ApiResource {
  private static final int MAX_ID = 128;

  public GatewayResponseResource() {
    super(
        "AWS::ApiGateway::GatewayResponse",
        Set.of("RestApiId", "ResponseType"),
        Set.of("StatusCode", "ResponseParameters", "ResponseTemplates"));
  }

  @Override
  public Resource create(Call call, Request request) {
    put(call, request);
    var id = request.generatedName(MAX_ID);
    return Resource.of(id).with("Id", id);
  }

  private static void put(Call call, Request request) {
    call.invoke(
        ApiGatewayModel.PUT_GATEWAY_RESPONSE,
        TemplateProperties.read(request.properties(), PutGatewayResponseRequest.SHAPE));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    put(call, request);
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var input =
        new DeleteGatewayResponseRequest(
            required(properties, "ResponseType"), required(properties, "RestApiId"));
    quietly(() -> call.invoke(ApiGatewayModel.DELETE_GATEWAY_RESPONSE, input));
  }
}
