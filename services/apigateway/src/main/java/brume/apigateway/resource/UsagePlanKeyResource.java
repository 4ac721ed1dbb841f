package brume.apigateway.resource;

import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateUsagePlanKeyRequest;
import brume.model.apigateway.DeleteUsagePlanKeyRequest;
import brume.service.Call;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::ApiGateway::UsagePlanKey`. `Ref` gives the ids of key and plan, as does `GetAtt` of `Id`.
public final class UsagePlanKeyResource extends ApiResource {
  public UsagePlanKeyResource() {
    super("AWS::ApiGateway::UsagePlanKey", Set.of("KeyId", "KeyType", "UsagePlanId"), Set.of());
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(request.properties(), CreateUsagePlanKeyRequest.SHAPE);
    var key =
        Objects.requireNonNull(call.invoke(ApiGatewayModel.CREATE_USAGE_PLAN_KEY, input).id());
    var id = key + ':' + input.usagePlanId();
    return Resource.of(id).with("Id", id);
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var input =
        new DeleteUsagePlanKeyRequest(
            required(properties, "KeyId"), required(properties, "UsagePlanId"));
    quietly(() -> call.invoke(ApiGatewayModel.DELETE_USAGE_PLAN_KEY, input));
  }
}
