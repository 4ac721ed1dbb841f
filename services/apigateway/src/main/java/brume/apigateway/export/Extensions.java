package brume.apigateway.export;

import brume.apigateway.rest.Definition;
import brume.apigateway.rest.IntegrationResponses;
import brume.json.Json;
import brume.model.apigateway.Authorizer;
import brume.model.apigateway.Integration;
import java.util.Locale;
import java.util.Objects;

/// What documents say in extensions of API Gateway.
///
/// Source: API Gateway Developer Guide, "OpenAPI extensions for API Gateway".
final class Extensions {
  static final String PREFIX = "x-amazon-apigateway-";

  private Extensions() {}

  static Json.Obj integration(Integration given) {
    var responses = new Fields();
    IntegrationResponses.of(given)
        .forEach(
            (status, response) -> {
              var pattern = response.selectionPattern();
              responses.object(
                  pattern == null || pattern.isEmpty() ? "default" : pattern,
                  new Fields()
                      .text("statusCode", status)
                      .texts("responseParameters", response.responseParameters())
                      .texts("responseTemplates", response.responseTemplates()));
            });
    return new Fields()
        .text("type", String.valueOf(given.type()).toLowerCase(Locale.ROOT))
        .text("httpMethod", given.httpMethod())
        .text("uri", given.uri())
        .text("credentials", given.credentials())
        .object("responses", responses)
        .texts("requestParameters", given.requestParameters())
        .texts("requestTemplates", given.requestTemplates())
        .text("passthroughBehavior", lower(given.passthroughBehavior()))
        .number("timeoutInMillis", given.timeoutInMillis())
        .text("cacheNamespace", given.cacheNamespace())
        .texts("cacheKeyParameters", given.cacheKeyParameters())
        .build();
  }

  private static String lower(@org.jspecify.annotations.Nullable String text) {
    return Objects.requireNonNullElse(text, "when_no_match").toLowerCase(Locale.ROOT);
  }

  static Json.Obj authorizer(Authorizer given) {
    return new Fields()
        .text("type", String.valueOf(given.type()).toLowerCase(Locale.ROOT))
        .texts("providerARNs", given.providerArNs())
        .text("authorizerUri", given.authorizerUri())
        .text("authorizerCredentials", given.authorizerCredentials())
        .text("identitySource", given.identitySource())
        .text("identityValidationExpression", given.identityValidationExpression())
        .number("authorizerResultTtlInSeconds", given.authorizerResultTtlInSeconds())
        .build();
  }

  /// What stands at the root of a document.
  static void addTo(Fields document, Definition definition) {
    var api = definition.api();
    if (api.policy() != null && !api.policy().isEmpty()) {
      document.json(PREFIX + "policy", Json.parse(api.policy()));
    }
    document.texts(PREFIX + "binary-media-types", api.binaryMediaTypes());
    if ("AUTHORIZER".equals(api.apiKeySource())) {
      document.text(PREFIX + "api-key-source", api.apiKeySource());
    }
    var responses = new Fields();
    for (var response : definition.responses()) {
      responses.object(
          String.valueOf(response.responseType()),
          new Fields()
              .text("statusCode", response.statusCode())
              .texts("responseParameters", response.responseParameters())
              .texts("responseTemplates", response.responseTemplates()));
    }
    document.object(PREFIX + "gateway-responses", responses);
    var validators = new Fields();
    for (var validator : definition.validators()) {
      validators.object(
          String.valueOf(validator.name()),
          new Fields()
              .json(
                  "validateRequestParameters",
                  Json.of(Boolean.TRUE.equals(validator.validateRequestParameters())))
              .json(
                  "validateRequestBody",
                  Json.of(Boolean.TRUE.equals(validator.validateRequestBody()))));
    }
    document.object(PREFIX + "request-validators", validators);
  }
}
