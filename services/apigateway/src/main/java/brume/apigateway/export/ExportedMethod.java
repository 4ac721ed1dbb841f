package brume.apigateway.export;

import brume.apigateway.rest.Definition;
import brume.apigateway.rest.MethodResponses;
import brume.json.Json;
import brume.model.apigateway.Method;
import brume.model.apigateway.MethodResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// A method as the operation of a document.
///
/// @param third whether the document is of OpenAPI 3
/// @param integrations whether it tells what is behind the method
record ExportedMethod(Definition definition, Method method, boolean third, boolean integrations) {
  private static final String PARAMETER = "method.request.";
  private static final String HEADER = "method.response.header.";
  private static final String JSON = "application/json";
  private static final Map<String, String> PLACES =
      Map.of("path", "path", "querystring", "query", "header", "header");

  Json.Obj operation() {
    var operation = new Fields().text("operationId", method.operationName());
    var models = Objects.requireNonNullElse(method.requestModels(), Map.<String, String>of());
    if (!third) {
      operation.texts("consumes", models.keySet());
      operation.texts("produces", types());
    }
    var parameters = parameters(models);
    if (!parameters.isEmpty()) {
      operation.json("parameters", new Json.Arr(parameters));
    }
    if (third && !models.isEmpty()) {
      operation.json(
          "requestBody",
          new Fields().json("content", content(models)).json("required", Json.of(true)).build());
    }
    operation.json("responses", responses());
    var security = security();
    if (!security.isEmpty()) {
      operation.json("security", new Json.Arr(security));
    }
    var validator = definition.validator(method.requestValidatorId());
    if (integrations && validator != null) {
      operation.text(Extensions.PREFIX + "request-validator", validator.name());
    }
    if (integrations && method.methodIntegration() != null) {
      operation.json(
          Extensions.PREFIX + "integration", Extensions.integration(method.methodIntegration()));
    }
    return operation.build();
  }

  private TreeSet<String> types() {
    var types = new TreeSet<String>();
    MethodResponses.of(method).values().stream()
        .map(MethodResponse::responseModels)
        .filter(Objects::nonNull)
        .forEach(models -> types.addAll(models.keySet()));
    return types;
  }

  private List<Json> parameters(Map<String, String> models) {
    var parameters = new ArrayList<Json>();
    var named = Objects.requireNonNullElse(method.requestParameters(), Map.<String, Boolean>of());
    named.forEach(
        (name, required) -> {
          var parts = name.substring(PARAMETER.length()).split("\\.", 2);
          var parameter =
              new Fields()
                  .text("name", parts[1])
                  .text("in", PLACES.getOrDefault(parts[0], parts[0]));
          if (required || parts[0].equals("path")) {
            parameter.json("required", Json.of(true));
          }
          parameters.add(typed(parameter).build());
        });
    if (!third && models.containsKey(JSON)) {
      var model = models.get(JSON);
      parameters.add(
          new Fields()
              .text("in", "body")
              .text("name", model)
              .json("required", Json.of(true))
              .json("schema", reference(model))
              .build());
    }
    return parameters;
  }

  private Fields typed(Fields of) {
    var type = new Fields().text("type", "string");
    return third ? of.object("schema", type) : of.text("type", "string");
  }

  private Json.Obj reference(String model) {
    return Json.object(
        "$ref", Json.of((third ? "#/components/schemas/" : "#/definitions/") + model));
  }

  private Json.Obj content(Map<String, String> models) {
    var content = new Fields();
    models.forEach(
        (type, model) -> content.object(type, new Fields().json("schema", reference(model))));
    return content.build();
  }

  private Json.Obj responses() {
    var responses = new Fields();
    MethodResponses.of(method)
        .forEach(
            (status, given) -> {
              var response = new Fields().text("description", status + " response");
              var headers = new Fields();
              Objects.requireNonNullElse(given.responseParameters(), Map.<String, Boolean>of())
                  .keySet()
                  .forEach(
                      name -> headers.object(name.substring(HEADER.length()), typed(new Fields())));
              response.object("headers", headers);
              var models =
                  Objects.requireNonNullElse(given.responseModels(), Map.<String, String>of());
              if (third && !models.isEmpty()) {
                response.json("content", content(models));
              } else if (models.containsKey(JSON)) {
                response.json("schema", reference(models.get(JSON)));
              }
              responses.object(status, response);
            });
    return responses.build();
  }

  private List<Json> security() {
    var security = new ArrayList<Json>();
    var scheme = RestExport.scheme(definition, method);
    if (scheme != null) {
      var scopes = new ArrayList<Json>();
      Objects.requireNonNullElse(method.authorizationScopes(), List.<String>of())
          .forEach(scope -> scopes.add(Json.of(scope)));
      security.add(Json.object(scheme, new Json.Arr(scopes)));
    }
    if (Boolean.TRUE.equals(method.apiKeyRequired())) {
      security.add(Json.object(RestExport.API_KEY, Json.Arr.EMPTY));
    }
    return security;
  }
}
