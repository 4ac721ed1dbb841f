package brume.apigateway.operation.keys;

import brume.apigateway.record.PathAccess;
import brume.apigateway.usage.KeyRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.ApiKey;
import brume.model.apigateway.GetApiKeyRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes an API key.
public final class GetApiKey implements Operation<GetApiKeyRequest, ApiKey> {
  private final KeyRecords keys;

  public GetApiKey(KeyRecords keys) {
    this.keys = keys;
  }

  @Override
  public Access access(Call call, GetApiKeyRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_API_KEY, input);
  }

  @Override
  public ApiKey run(Call call, GetApiKeyRequest input) {
    var key = keys.get(call.scope(), input.apiKey());
    return Boolean.TRUE.equals(input.includeValue()) ? key : key.toBuilder().value(null).build();
  }
}
