package brume.apigateway.operation.keys;

import brume.apigateway.record.Alike;
import brume.apigateway.record.Lacking;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.UsageRules;
import brume.apigateway.usage.KeyRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.ApiKey;
import brume.model.apigateway.CreateApiKeyRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes an API key.
public final class CreateApiKey implements Operation<CreateApiKeyRequest, ApiKey> {
  private final KeyRecords keys;

  public CreateApiKey(KeyRecords keys) {
    this.keys = keys;
  }

  @Override
  public Access access(Call call, CreateApiKeyRequest input) {
    return PathAccess.to(call, ApiGatewayModel.CREATE_API_KEY, input);
  }

  @Override
  public ApiKey run(Call call, CreateApiKeyRequest input) {
    if (input.stageKeys() != null && !input.stageKeys().isEmpty()) {
      throw Lacking.feature("StageKeys");
    }
    if (Boolean.FALSE.equals(input.generateDistinctId())) {
      throw Lacking.feature("GenerateDistinctId false");
    }
    var key = UsageRules.created(Alike.copy(ApiKey.SHAPE, input), call.ids(), call.now());
    return keys.create(call.scope(), key);
  }
}
