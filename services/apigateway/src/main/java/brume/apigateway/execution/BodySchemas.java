package brume.apigateway.execution;

import brume.apigateway.rest.ModelSchemas;
import brume.apigateway.rest.ResponseType;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.json.schema.Validator;
import java.util.Map;

/// What the bodies of a method's requests must be like, by media type.
///
/// Source: API Gateway Developer Guide, "Request validation for REST APIs in API Gateway".
record BodySchemas(Map<String, Validator> byType) {
  private static final String JSON = "application/json";
  private static final String DEFAULT = "$default";

  static final BodySchemas NONE = new BodySchemas(Map.of());

  /// Throws the failure of a body that is not like that. Bodies of other types may be anything.
  void check(Exchange exchange) {
    if (byType.isEmpty()) {
      return;
    }
    var incoming = exchange.incoming();
    var header = incoming.request().headers().first("content-type");
    var type = header == null ? JSON : MediaTypes.bare(header);
    var validator = byType.getOrDefault(type, byType.get(DEFAULT));
    if (validator == null) {
      return;
    }
    var problem = problem(validator, incoming.body().toUtf8());
    if (problem != null) {
      throw new Failure(ResponseType.BAD_REQUEST_BODY, "Invalid request body").detailed(problem);
    }
  }

  private static @org.jspecify.annotations.Nullable String problem(
      Validator validator, String body) {
    if (body.isBlank()) {
      return "[the body is empty]";
    }
    try {
      return ModelSchemas.problem(validator, Json.decodeValue(body));
    } catch (DecodeException e) {
      return "[" + e.getMessage() + ']';
    }
  }
}
