package brume.apigateway.openapi;

import brume.apigateway.rest.AuthorizerRules;
import brume.apigateway.rest.Definition;
import brume.apigateway.rest.ResponseType;
import brume.base.Ids;
import brume.json.Json;
import brume.model.apigateway.Authorizer;
import brume.model.apigateway.GatewayResponse;
import brume.model.apigateway.RequestValidator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads what a document says beside its paths: authorizers, request validators, gateway responses.
///
/// @param document in which references are followed
record RestParts(Document document) {
  private static final String PREFIX = "x-amazon-apigateway-";
  private static final int ID_CHARS = 6;

  Map<String, Authorizer> authorizers(Definition before, Ids ids) {
    var authorizers = new LinkedHashMap<String, Authorizer>();
    before.authorizers().forEach(each -> authorizers.put(String.valueOf(each.name()), each));
    document
        .securitySchemes()
        .fields()
        .forEach(
            (name, value) -> {
              var scheme = document.object(value);
              var given = document.object(scheme, PREFIX + "authorizer");
              if (!given.fields().isEmpty()) {
                var known = authorizers.get(name);
                var id = known == null ? ids.lower(ID_CHARS) : String.valueOf(known.id());
                authorizers.put(name, authorizer(name, scheme, given, id));
              }
            });
    return authorizers;
  }

  private static Authorizer authorizer(String name, Json.Obj scheme, Json.Obj given, String id) {
    var type = String.valueOf(Document.text(given, "type")).toUpperCase(Locale.ROOT);
    var source = Document.text(given, "identitySource");
    var seconds = Document.text(given, "authorizerResultTtlInSeconds");
    var providers = given.get("providerARNs");
    if (source == null && !type.equals("REQUEST")) {
      source = "method.request.header." + Document.text(scheme, "name");
    }
    return AuthorizerRules.created(
        Authorizer.builder()
            .name(name)
            .type(type)
            .authType(Document.text(scheme, PREFIX + "authtype"))
            .authorizerUri(Document.text(given, "authorizerUri"))
            .authorizerCredentials(Document.text(given, "authorizerCredentials"))
            .identityValidationExpression(Document.text(given, "identityValidationExpression"))
            .identitySource(source)
            .authorizerResultTtlInSeconds(
                seconds == null ? null : (Integer) Integer.parseInt(seconds))
            .providerArNs(providers == null ? null : providers.texts())
            .build(),
        id);
  }

  Map<String, RequestValidator> validators(Definition before, Ids ids) {
    var validators = new LinkedHashMap<String, RequestValidator>();
    before.validators().forEach(each -> validators.put(String.valueOf(each.name()), each));
    document
        .object(document.root(), PREFIX + "request-validators")
        .fields()
        .forEach(
            (name, value) -> {
              var given = document.object(value);
              validators.put(
                  name,
                  new RequestValidator(
                      ids.lower(ID_CHARS),
                      name,
                      "true".equals(Document.text(given, "validateRequestBody")),
                      "true".equals(Document.text(given, "validateRequestParameters"))));
            });
    return validators;
  }

  List<GatewayResponse> responses(Definition before) {
    var responses = new LinkedHashMap<String, GatewayResponse>();
    before.responses().forEach(each -> responses.put(String.valueOf(each.responseType()), each));
    document
        .object(document.root(), PREFIX + "gateway-responses")
        .fields()
        .forEach(
            (name, value) -> {
              var given = document.object(value);
              var type = ResponseType.of(name);
              var templates = Document.texts(document.object(given, "responseTemplates"));
              var standard = type.standard();
              var status = Document.text(given, "statusCode");
              responses.put(
                  name,
                  new GatewayResponse(
                      false,
                      Document.texts(document.object(given, "responseParameters")),
                      templates.isEmpty() ? standard.responseTemplates() : templates,
                      name,
                      status == null ? standard.statusCode() : status));
            });
    return List.copyOf(responses.values());
  }
}
