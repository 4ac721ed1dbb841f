package brume.apigatewayv2.execution;

import brume.apigateway.authorizer.Sender;
import brume.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of whoever sent a request, once it may pass.
sealed interface HttpAdmission {
  HttpAdmission OPEN = new Open();

  /// Nobody asked.
  record Open() implements HttpAdmission {}

  /// @param scopes the token's that the route wants; null where it wants none
  record ByToken(Json.Obj claims, @Nullable List<String> scopes) implements HttpAdmission {}

  /// @param principalId null where the function did not name one
  record ByFunction(@Nullable String principalId, Map<String, Json> context)
      implements HttpAdmission {}

  record Signed(Sender sender) implements HttpAdmission {}
}
