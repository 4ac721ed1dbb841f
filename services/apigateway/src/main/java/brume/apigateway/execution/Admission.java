package brume.apigateway.execution;

import brume.apigateway.authorizer.Sender;
import brume.json.Json;
import brume.model.apigateway.ApiKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of whoever sent a request, once it may pass.
///
/// @param authorizer what `$context.authorizer` tells; null where none was asked
/// @param sender who signed; null where nobody did
/// @param usageKey the value of the API key that an authorizer named
/// @param key the API key that the request counts for; null where the method wants none
record Admission(
    Json.@Nullable Obj authorizer,
    @Nullable Sender sender,
    @Nullable String usageKey,
    @Nullable ApiKey key) {
  static final Admission OPEN = new Admission(null, null, null, null);

  static Admission of(Sender sender) {
    return new Admission(null, sender, null, null);
  }

  Admission with(ApiKey found) {
    return new Admission(authorizer, sender, usageKey, found);
  }

  Map<String, Json> identity() {
    var identity = new HashMap<>(sender == null ? Map.<String, Json>of() : sender.identity());
    if (key != null) {
      identity.put("apiKey", Json.of(key.value()));
      identity.put("apiKeyId", Json.of(key.id()));
    }
    return identity;
  }
}
