package brume.apigateway.openapi;

import brume.apigateway.record.Lacking;
import brume.json.Json;
import brume.model.apigateway.Integration;
import brume.model.apigateway.IntegrationResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the extension `x-amazon-apigateway-integration` of REST APIs.
///
/// @param document in which references are followed
record RestIntegrations(Document document) {
  private static final Set<String> MEMBERS =
      Set.of(
          "type",
          "httpMethod",
          "uri",
          "credentials",
          "passthroughBehavior",
          "requestTemplates",
          "requestParameters",
          "responses",
          "timeoutInMillis",
          "cacheNamespace",
          "cacheKeyParameters",
          "connectionType",
          "contentHandling",
          "payloadFormatVersion");

  Integration read(Json.Obj given) {
    for (var name : given.fields().keySet()) {
      if (!MEMBERS.contains(name)) {
        throw Lacking.feature("the integration's " + name);
      }
    }
    var connection = upper(given, "connectionType");
    if (!"INTERNET".equals(connection)) {
      Lacking.refuse("ConnectionType", connection);
    }
    Lacking.refuse("ContentHandling", contentHandling(given));
    var timeout = Document.text(given, "timeoutInMillis");
    var keys = given.get("cacheKeyParameters");
    return Integration.builder()
        .type(upper(given, "type"))
        .httpMethod(upper(given, "httpMethod"))
        .uri(Document.text(given, "uri"))
        .credentials(Document.text(given, "credentials"))
        .passthroughBehavior(upper(given, "passthroughBehavior"))
        .requestTemplates(orNull(Document.texts(document.object(given, "requestTemplates"))))
        .requestParameters(orNull(Document.texts(document.object(given, "requestParameters"))))
        .timeoutInMillis(timeout == null ? null : (Integer) Integer.parseInt(timeout))
        .cacheNamespace(Document.text(given, "cacheNamespace"))
        .cacheKeyParameters(keys == null ? null : keys.texts())
        .integrationResponses(responses(document.object(given, "responses")))
        .build();
  }

  /// A proxied function is given its event and gives its answer as text whatever this says.
  private static @Nullable String contentHandling(Json.Obj given) {
    boolean isProxy = "AWS_PROXY".equals(upper(given, "type"));
    return isProxy ? null : Document.text(given, "contentHandling");
  }

  private static @Nullable String upper(Json.Obj object, String name) {
    var text = Document.text(object, name);
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }

  private static @Nullable Map<String, String> orNull(Map<String, String> map) {
    return map.isEmpty() ? null : map;
  }

  private @Nullable Map<String, IntegrationResponse> responses(Json.Obj given) {
    var responses = new TreeMap<String, IntegrationResponse>();
    given
        .fields()
        .forEach(
            (pattern, value) -> {
              var response = document.object(value);
              Lacking.refuse("ContentHandling", Document.text(response, "contentHandling"));
              var status = String.valueOf(Document.text(response, "statusCode"));
              responses.put(
                  status,
                  IntegrationResponse.builder()
                      .statusCode(status)
                      .selectionPattern(pattern.equals("default") ? null : pattern)
                      .responseParameters(
                          orNull(Document.texts(document.object(response, "responseParameters"))))
                      .responseTemplates(
                          orNull(Document.texts(document.object(response, "responseTemplates"))))
                      .build());
            });
    return responses.isEmpty() ? null : responses;
  }
}
