package brume.apigateway.authorizer;

import brume.json.Json;

/// What became of a token.
public sealed interface TokenCheck {
  record Valid(Json.Obj claims) implements TokenCheck {}

  /// @param reason as `error_description` tells it
  /// @param expired whether it was valid once
  record Invalid(String reason, boolean expired) implements TokenCheck {}
}
