package brume.apigateway.operation.keys;

import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.apigateway.usage.KeyRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.ApiKey;
import brume.model.apigateway.UpdateApiKeyRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.temporal.ChronoUnit;

/// Changes an API key, such as whether it opens anything.
public final class UpdateApiKey implements Operation<UpdateApiKeyRequest, ApiKey> {
  private static final Patch MEMBERS = new Patch("name", "description", "enabled", "customerId");

  private final KeyRecords keys;

  public UpdateApiKey(KeyRecords keys) {
    this.keys = keys;
  }

  @Override
  public Access access(Call call, UpdateApiKeyRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_API_KEY, input);
  }

  @Override
  public ApiKey run(Call call, UpdateApiKeyRequest input) {
    var now = call.now().truncatedTo(ChronoUnit.SECONDS);
    return keys.change(
        call.scope(),
        input.apiKey(),
        before ->
            MEMBERS.apply(before, input.patchOperations()).toBuilder()
                .lastUpdatedDate(now)
                .build());
  }
}
