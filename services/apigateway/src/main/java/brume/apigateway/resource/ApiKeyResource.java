package brume.apigateway.resource;

import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateApiKeyRequest;
import brume.model.apigateway.DeleteApiKeyRequest;
import brume.model.apigateway.UpdateApiKeyRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGateway::ApiKey`. `Ref` gives the id, as does `GetAtt` of `APIKeyId`.
public final class ApiKeyResource extends ApiResource {
  public ApiKeyResource() {
    super(
        "AWS::ApiGateway::ApiKey",
        Set.of("GenerateDistinctId", "Name", "Value"),
        Set.of("CustomerId", "Description", "Enabled"));
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(request.properties(), CreateApiKeyRequest.SHAPE);
    var named =
        input.name() == null
            ? input.toBuilder().name(request.generatedName(MAX_NAME)).build()
            : input;
    var id = Objects.requireNonNull(call.invoke(ApiGatewayModel.CREATE_API_KEY, named).id());
    return Resource.of(id).with("APIKeyId", id);
  }

  private static final int MAX_NAME = 128;

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var operations =
        new Patches(before, request.properties())
            .value("CustomerId", "/customerId")
            .value("Description", "/description")
            .value("Enabled", "/enabled")
            .operations();
    if (!operations.isEmpty()) {
      call.invoke(
          ApiGatewayModel.UPDATE_API_KEY,
          new UpdateApiKeyRequest(current.physicalId(), operations));
    }
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var input = new DeleteApiKeyRequest(current.physicalId());
    quietly(() -> call.invoke(ApiGatewayModel.DELETE_API_KEY, input));
  }
}
