package brume.apigateway.resource;

import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateRequestValidatorRequest;
import brume.model.apigateway.DeleteRequestValidatorRequest;
import brume.model.apigateway.UpdateRequestValidatorRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGateway::RequestValidator`. `Ref` gives the id, as does `GetAtt` of
/// `RequestValidatorId`.
public final class RequestValidatorResource extends ApiResource {
  public RequestValidatorResource() {
    super(
        "AWS::ApiGateway::RequestValidator",
        Set.of("RestApiId", "Name"),
        Set.of("ValidateRequestBody", "ValidateRequestParameters"));
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(request.properties(), CreateRequestValidatorRequest.SHAPE);
    var made = call.invoke(ApiGatewayModel.CREATE_REQUEST_VALIDATOR, input);
    var id = Objects.requireNonNull(made.id());
    return Resource.of(id).with("RequestValidatorId", id);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var operations =
        new Patches(before, request.properties())
            .value("ValidateRequestBody", "/validateRequestBody")
            .value("ValidateRequestParameters", "/validateRequestParameters")
            .operations();
    if (!operations.isEmpty()) {
      call.invoke(
          ApiGatewayModel.UPDATE_REQUEST_VALIDATOR,
          new UpdateRequestValidatorRequest(
              operations, current.physicalId(), required(before, "RestApiId")));
    }
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var input =
        new DeleteRequestValidatorRequest(current.physicalId(), required(properties, "RestApiId"));
    quietly(() -> call.invoke(ApiGatewayModel.DELETE_REQUEST_VALIDATOR, input));
  }
}
