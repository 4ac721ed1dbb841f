package brume.apigateway.operation.keys;

import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.apigateway.usage.KeyRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.ApiKey;
import brume.model.apigateway.ApiKeys;
import brume.model.apigateway.GetApiKeysRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import org.jspecify.annotations.Nullable;

/// Lists API keys, all or those whose names begin so.
public final class GetApiKeys implements Operation<GetApiKeysRequest, ApiKeys> {
  private final KeyRecords keys;

  public GetApiKeys(KeyRecords keys) {
    this.keys = keys;
  }

  @Override
  public Access access(Call call, GetApiKeysRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_API_KEYS, input);
  }

  @Override
  public ApiKeys run(Call call, GetApiKeysRequest input) {
    boolean whole = Boolean.TRUE.equals(input.includeValues());
    var found =
        keys.all(call.scope()).stream()
            .filter(key -> fits(key.name(), input.nameQuery()))
            .filter(
                key -> input.customerId() == null || input.customerId().equals(key.customerId()))
            .map(key -> whole ? key : key.toBuilder().value(null).build())
            .toList();
    var page = Part.of(found, ApiKey::id, input.position(), input.limit());
    return new ApiKeys(page.items(), page.next(), null);
  }

  private static boolean fits(@Nullable String name, @Nullable String query) {
    return query == null || (name != null && name.startsWith(query));
  }
}
