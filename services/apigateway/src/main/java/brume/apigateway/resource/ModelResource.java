package brume.apigateway.resource;

import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateModelRequest;
import brume.model.apigateway.DeleteModelRequest;
import brume.model.apigateway.UpdateModelRequest;
import brume.service.Call;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGateway::Model`. `Ref` gives the name.
public final class ModelResource extends ApiResource {
  private static final int MAX_NAME = 128;

  public ModelResource() {
    super(
        "AWS::ApiGateway::Model",
        Set.of("RestApiId", "Name", "ContentType"),
        Set.of("Description", "Schema"));
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    var given = optional(properties, "Name");
    var type = optional(properties, "ContentType");
    var generated = request.generatedName(MAX_NAME).replaceAll("[^A-Za-z0-9]", "");
    var made =
        call.invoke(
            ApiGatewayModel.CREATE_MODEL,
            CreateModelRequest.builder()
                .restApiId(required(properties, "RestApiId"))
                .name(given == null ? generated : given)
                .contentType(type == null ? "application/json" : type)
                .description(optional(properties, "Description"))
                .schema(document(properties, "Schema"))
                .build());
    return Resource.of(Objects.requireNonNull(made.name()));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var operations =
        new Patches(withText(before, "Schema"), withText(request.properties(), "Schema"))
            .value("Description", "/description")
            .value("Schema", "/schema")
            .operations();
    if (!operations.isEmpty()) {
      call.invoke(
          ApiGatewayModel.UPDATE_MODEL,
          new UpdateModelRequest(current.physicalId(), operations, required(before, "RestApiId")));
    }
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var input = new DeleteModelRequest(current.physicalId(), required(properties, "RestApiId"));
    quietly(() -> call.invoke(ApiGatewayModel.DELETE_MODEL, input));
  }
}
