package brume.apigateway.openapi;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.rest.Settled;
import brume.json.Json;
import brume.model.apigateway.Authorizer;
import brume.model.apigateway.Method;
import brume.model.apigateway.MethodResponse;
import brume.model.apigateway.RequestValidator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the operations of a document as methods of a REST API.
final class RestOperations {
  private static final String PREFIX = "x-amazon-apigateway-";
  private static final Map<String, String> PLACES =
      Map.of("path", "path", "query", "querystring", "header", "header");

  private final Document document;
  private final Map<String, Authorizer> authorizers;
  private final Map<String, RequestValidator> validators;
  private final List<String> warnings;

  RestOperations(
      Document document,
      Map<String, Authorizer> authorizers,
      Map<String, RequestValidator> validators,
      List<String> warnings) {
    this.document = document;
    this.authorizers = authorizers;
    this.validators = validators;
    this.warnings = warnings;
  }

  Method method(String verb, Json.Obj path, Json.Obj operation, String resource) {
    var method =
        Method.builder()
            .httpMethod(verb)
            .apiKeyRequired(false)
            .authorizationType("NONE")
            .operationName(Document.text(operation, "operationId"))
            .requestValidatorId(validator(operation))
            .methodResponses(responses(operation));
    requestParameters(path, operation, method);
    secure(operation, method);
    var integration = document.object(operation, PREFIX + "integration");
    if (!integration.fields().isEmpty()) {
      method.methodIntegration(
          Settled.integration(new RestIntegrations(document).read(integration), resource));
    }
    return method.build();
  }

  private @Nullable String validator(Json.Obj operation) {
    var own = Document.text(operation, PREFIX + "request-validator");
    var name = own == null ? Document.text(document.root(), PREFIX + "request-validator") : own;
    if (name == null) {
      return null;
    }
    var validator = validators.get(name);
    if (validator == null) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid request validator specified: " + name);
    }
    return validator.id();
  }

  private void requestParameters(Json.Obj path, Json.Obj operation, Method.Builder method) {
    var parameters = new TreeMap<String, Boolean>();
    var models = new TreeMap<String, String>();
    for (var parameter : document.parameters(path, operation)) {
      var place = String.valueOf(Document.text(parameter, "in"));
      var word = PLACES.get(place);
      if (word != null) {
        boolean required = "true".equals(Document.text(parameter, "required"));
        parameters.put("method.request." + word + '.' + Document.text(parameter, "name"), required);
      } else if (place.equals("body")) {
        model(parameter).ifPresent(name -> models.put("application/json", name));
      }
    }
    document
        .object(document.object(operation, "requestBody"), "content")
        .fields()
        .forEach(
            (type, media) ->
                model(document.object(media)).ifPresent(name -> models.put(type, name)));
    method.requestParameters(parameters.isEmpty() ? null : parameters);
    method.requestModels(models.isEmpty() ? null : models);
  }

  /// The name of the schema that a holder of one refers to.
  private java.util.Optional<String> model(Json.Obj holder) {
    return holder.get("schema") instanceof Json.Obj schema
            && schema.get("$ref") instanceof Json.Str(String reference)
        ? java.util.Optional.of(reference.substring(reference.lastIndexOf('/') + 1))
        : java.util.Optional.empty();
  }

  private @Nullable Map<String, MethodResponse> responses(Json.Obj operation) {
    var responses = new TreeMap<String, MethodResponse>();
    document
        .object(operation, "responses")
        .fields()
        .forEach(
            (status, value) -> {
              if (!status.matches("[1-5]\\d\\d")) {
                return;
              }
              var response = document.object(value);
              var parameters = new TreeMap<String, Boolean>();
              document
                  .object(response, "headers")
                  .fields()
                  .keySet()
                  .forEach(name -> parameters.put("method.response.header." + name, false));
              var models = new TreeMap<String, String>();
              model(response).ifPresent(name -> models.put("application/json", name));
              document
                  .object(response, "content")
                  .fields()
                  .forEach(
                      (type, media) ->
                          model(document.object(media)).ifPresent(name -> models.put(type, name)));
              responses.put(
                  status,
                  new MethodResponse(
                      models.isEmpty() ? null : models,
                      parameters.isEmpty() ? null : parameters,
                      status));
            });
    return responses.isEmpty() ? null : responses;
  }

  private void secure(Json.Obj operation, Method.Builder method) {
    var auth = Document.text(document.object(operation, PREFIX + "auth"), "type");
    if (auth != null) {
      method.authorizationType(auth.toUpperCase(Locale.ROOT));
    }
    var security = operation.get("security");
    var requirements = security == null ? document.root().get("security") : security;
    for (var requirement : requirements == null ? List.<Json>of() : requirements.list()) {
      if (requirement instanceof Json.Obj(Map<String, Json> names)) {
        names.forEach((name, scopes) -> secure(name, scopes.texts(), method));
      }
    }
  }

  private void secure(String name, List<String> scopes, Method.Builder method) {
    var authorizer = authorizers.get(name);
    if (authorizer != null) {
      boolean isPool = "COGNITO_USER_POOLS".equals(authorizer.type());
      method
          .authorizationType(isPool ? "COGNITO_USER_POOLS" : "CUSTOM")
          .authorizerId(authorizer.id())
          .authorizationScopes(scopes.isEmpty() ? null : scopes);
      return;
    }
    var scheme = document.object(document.securitySchemes(), name);
    if ("awsSigv4".equals(Document.text(scheme, PREFIX + "authtype"))) {
      method.authorizationType("AWS_IAM");
    } else if ("x-api-key".equalsIgnoreCase(Document.text(scheme, "name"))) {
      method.apiKeyRequired(true);
    } else if (!scheme.fields().isEmpty()) {
      warnings.add("The security scheme " + name + " has no authorizer and is ignored");
    }
  }
}
