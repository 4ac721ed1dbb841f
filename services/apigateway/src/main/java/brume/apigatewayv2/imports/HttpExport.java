package brume.apigatewayv2.imports;

import brume.apigateway.export.Fields;
import brume.apigateway.openapi.Document;
import brume.apigatewayv2.rules.AuthorizerRules;
import brume.apigatewayv2.rules.IntegrationRules;
import brume.apigatewayv2.rules.RouteRules;
import brume.json.Json;
import brume.model.apigatewayv2.Api;
import brume.model.apigatewayv2.Authorizer;
import brume.model.apigatewayv2.Cors;
import brume.model.apigatewayv2.Integration;
import brume.model.apigatewayv2.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// An HTTP API on its way to become an OpenAPI document of version 3.0.1.
///
/// Source: API Gateway Developer Guide, "Export HTTP APIs from API Gateway".
///
/// @param extensions whether the document tells what only API Gateway understands
public record HttpExport(
    Api api,
    List<Route> routes,
    List<Integration> integrations,
    List<Authorizer> authorizers,
    boolean extensions) {
  private static final String PREFIX = "x-amazon-apigateway-";
  private static final String SIGNED = "sigv4";
  private static final Map<String, String> MEMBERS = new HashMap<>();

  static {
    Document.VERBS.forEach((member, verb) -> MEMBERS.put(verb, member));
  }

  public Json.Obj document() {
    var document =
        new Fields()
            .text("openapi", "3.0.1")
            .object(
                "info",
                new Fields()
                    .text("title", api.name())
                    .text("description", api.description())
                    .text(
                        "version",
                        api.version() == null ? String.valueOf(api.createdDate()) : api.version()))
            .json(
                "servers",
                Json.array(Json.object("url", Json.of(String.valueOf(api.apiEndpoint())))))
            .json("paths", paths())
            .object("components", new Fields().object("securitySchemes", schemes()));
    if (extensions && api.corsConfiguration() != null) {
      document.object(PREFIX + "cors", cors(api.corsConfiguration()));
    }
    return document.text(PREFIX + "importexport-version", extensions ? "1.0" : null).build();
  }

  private static Fields cors(Cors cors) {
    var fields =
        new Fields()
            .texts("allowOrigins", cors.allowOrigins())
            .texts("allowMethods", cors.allowMethods())
            .texts("allowHeaders", cors.allowHeaders())
            .texts("exposeHeaders", cors.exposeHeaders())
            .number("maxAge", cors.maxAge());
    return cors.allowCredentials() == null
        ? fields
        : fields.json("allowCredentials", Json.of(cors.allowCredentials()));
  }

  private Json.Obj paths() {
    var paths = new TreeMap<String, Fields>();
    for (var route : routes) {
      boolean isDefault = route.routeKey().equals(RouteRules.DEFAULT);
      var parts = route.routeKey().split(" ", 2);
      var path = isDefault ? '/' + RouteRules.DEFAULT : parts[1];
      var member = MEMBERS.getOrDefault(isDefault ? "ANY" : parts[0], parts[0]);
      paths.computeIfAbsent(path, _ -> new Fields()).json(member, operation(route));
    }
    var built = new TreeMap<String, Json>();
    paths.forEach((path, item) -> built.put(path, item.build()));
    return new Json.Obj(built);
  }

  private Json.Obj operation(Route route) {
    var operation =
        new Fields()
            .text("operationId", route.operationName())
            .json(
                "responses",
                Json.object(
                    "default",
                    Json.object(
                        "description", Json.of("Default response for " + route.routeKey()))));
    var scheme = scheme(route);
    if (scheme != null) {
      var scopes = Objects.requireNonNullElse(route.authorizationScopes(), List.<String>of());
      operation.json(
          "security",
          Json.array(Json.object(scheme, new Json.Arr(scopes.stream().map(Json::of).toList()))));
    }
    var target = IntegrationRules.id(route.target());
    integrations.stream()
        .filter(each -> extensions && Objects.equals(each.integrationId(), target))
        .findFirst()
        .ifPresent(each -> operation.object(PREFIX + "integration", integration(each)));
    return operation.build();
  }

  private @org.jspecify.annotations.Nullable String scheme(Route route) {
    if ("AWS_IAM".equals(route.authorizationType())) {
      return SIGNED;
    }
    return authorizers.stream()
        .filter(each -> Objects.equals(each.authorizerId(), route.authorizerId()))
        .map(Authorizer::name)
        .findFirst()
        .orElse(null);
  }

  private static Fields integration(Integration given) {
    return new Fields()
        .text("type", String.valueOf(given.integrationType()).toLowerCase(Locale.ROOT))
        .text("httpMethod", given.integrationMethod())
        .text("uri", given.integrationUri())
        .text("credentials", given.credentialsArn())
        .text("description", given.description())
        .text("connectionType", given.connectionType())
        .text("payloadFormatVersion", given.payloadFormatVersion())
        .number("timeoutInMillis", given.timeoutInMillis());
  }

  private Fields schemes() {
    var schemes = new Fields();
    if (routes.stream().anyMatch(route -> SIGNED.equals(scheme(route)))) {
      schemes.object(SIGNED, inHeader().text(PREFIX + "authtype", "awsSigv4"));
    }
    for (var authorizer : authorizers) {
      boolean byToken = AuthorizerRules.TOKENS.equals(authorizer.authorizerType());
      var scheme = byToken ? new Fields().text("type", "oauth2") : inHeader();
      schemes.object(
          authorizer.name(),
          extensions ? scheme.object(PREFIX + "authorizer", authorizer(authorizer)) : scheme);
    }
    return schemes;
  }

  private static Fields inHeader() {
    return new Fields().text("type", "apiKey").text("name", "Authorization").text("in", "header");
  }

  private static Fields authorizer(Authorizer given) {
    var fields =
        new Fields()
            .text("type", String.valueOf(given.authorizerType()).toLowerCase(Locale.ROOT))
            .text("identitySource", String.join(",", AuthorizerRules.sources(given)))
            .text("authorizerUri", given.authorizerUri())
            .text("authorizerCredentials", given.authorizerCredentialsArn())
            .text("authorizerPayloadFormatVersion", given.authorizerPayloadFormatVersion())
            .number("authorizerResultTtlInSeconds", given.authorizerResultTtlInSeconds());
    if (given.enableSimpleResponses() != null) {
      fields.json("enableSimpleResponses", Json.of(given.enableSimpleResponses()));
    }
    var tokens = given.jwtConfiguration();
    return tokens == null
        ? fields
        : fields.object(
            "jwtConfiguration",
            new Fields().text("issuer", tokens.issuer()).texts("audience", tokens.audience()));
  }
}
