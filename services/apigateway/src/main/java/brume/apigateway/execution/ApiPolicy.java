package brume.apigateway.execution;

import brume.apigateway.rest.PolicyRules;
import brume.json.Json;
import brume.model.apigateway.RestApi;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The policy of an API.
///
/// @param document as it is
/// @param denials with everything allowed that it does not deny: where an authorizer decides the
///   rest
record ApiPolicy(String document, String denials) {
  private static final Json ANYTHING =
      Json.object(
          "Effect", Json.of("Allow"),
          "Principal", Json.of("*"),
          "Action", Json.of("execute-api:Invoke"),
          "Resource", Json.of("*"));

  /// Null when the API has none.
  static @Nullable ApiPolicy of(RestApi api) {
    if (api.policy() == null || api.policy().isEmpty()) {
      return null;
    }
    var document = PolicyRules.expanded(api.policy(), String.valueOf(api.id()));
    var statements = new ArrayList<>(Objects.requireNonNull(document.get("Statement")).list());
    statements.add(ANYTHING);
    return new ApiPolicy(
        document.print(), document.with("Statement", new Json.Arr(statements)).print());
  }
}
