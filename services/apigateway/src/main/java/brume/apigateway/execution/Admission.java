package brume.apigateway.execution;

import brume.apigateway.authorizer.Sender;
import brume.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of whoever sent a request, once it may pass.
///
/// @param authorizer what `$context.authorizer` tells; null where none was asked
/// @param sender who signed; null where nobody did
/// @param usageKey the API key that an authorizer named
record Admission(
    Json.@Nullable Obj authorizer, @Nullable Sender sender, @Nullable String usageKey) {
  static final Admission OPEN = new Admission(null, null, null);

  static Admission of(Sender sender) {
    return new Admission(null, sender, null);
  }

  Map<String, Json> identity() {
    return sender == null ? Map.of() : sender.identity();
  }
}
