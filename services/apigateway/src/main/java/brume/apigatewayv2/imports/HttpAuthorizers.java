package brume.apigatewayv2.imports;

import brume.apigateway.openapi.Document;
import brume.apigateway.revision.ApiDraft;
import brume.apigatewayv2.data.Kind;
import brume.apigatewayv2.rules.AuthorizerRules;
import brume.base.Ids;
import brume.json.Json;
import brume.model.apigatewayv2.Api;
import brume.model.apigatewayv2.Authorizer;
import brume.model.apigatewayv2.JWTConfiguration;
import brume.model.apigatewayv2.Route;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the security schemes of a document as authorizers of an HTTP API.
///
/// Source: API Gateway Developer Guide, "x-amazon-apigateway-authorizer objects".
final class HttpAuthorizers {
  private static final String PREFIX = "x-amazon-apigateway-";
  private static final String IAM = "awsSigv4";

  private final Document document;
  private final Map<String, Authorizer> byScheme = new HashMap<>();

  HttpAuthorizers(Document document) {
    this.document = document;
  }

  HttpAuthorizers addTo(ApiDraft<Api> draft, Ids ids) {
    document
        .securitySchemes()
        .fields()
        .forEach(
            (name, value) -> {
              var scheme = document.object(value);
              var given = document.object(scheme, PREFIX + "authorizer");
              if (!given.fields().isEmpty()) {
                var authorizer = AuthorizerRules.created(read(name, scheme, given), ids);
                byScheme.put(name, draft.put(Kind.AUTHORIZER, authorizer));
              }
            });
    return this;
  }

  private Authorizer read(String name, Json.Obj scheme, Json.Obj given) {
    var seconds = Document.text(given, "authorizerResultTtlInSeconds");
    var source = given.get("identitySource");
    var configuration = document.object(given, "jwtConfiguration");
    return Authorizer.builder()
        .name(name)
        .authorizerType(String.valueOf(Document.text(given, "type")).toUpperCase(Locale.ROOT))
        .authorizerUri(Document.text(given, "authorizerUri"))
        .authorizerCredentialsArn(Document.text(given, "authorizerCredentials"))
        .authorizerPayloadFormatVersion(Document.text(given, "authorizerPayloadFormatVersion"))
        .enableSimpleResponses(flag(given, "enableSimpleResponses"))
        .identityValidationExpression(Document.text(given, "identityValidationExpression"))
        .identitySource(source == null ? bySchemeOf(scheme) : split(source.texts()))
        .authorizerResultTtlInSeconds(seconds == null ? null : (Integer) Integer.parseInt(seconds))
        .jwtConfiguration(
            configuration.fields().isEmpty()
                ? null
                : JWTConfiguration.builder()
                    .issuer(Document.text(configuration, "issuer"))
                    .audience(
                        configuration.get("audience") instanceof Json.Arr audience
                            ? audience.texts()
                            : null)
                    .build())
        .build();
  }

  private static @Nullable Boolean flag(Json.Obj given, String name) {
    var text = Document.text(given, name);
    return text == null ? null : (Boolean) Boolean.parseBoolean(text);
  }

  /// Where the scheme itself says that its key is.
  private static List<String> bySchemeOf(Json.Obj scheme) {
    var name = Document.text(scheme, "name");
    return name == null ? List.of() : List.of("$request.header." + name);
  }

  private static List<String> split(List<String> sources) {
    return sources.stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::strip)
        .toList();
  }

  /// A route with the authorization that an operation asks for.
  Route.Builder of(Json.Obj operation) {
    var route = Route.builder().authorizationType("NONE");
    if (IAM.equalsIgnoreCase(Document.text(document.object(operation, PREFIX + "auth"), "type"))) {
      route.authorizationType("AWS_IAM");
    }
    var own = operation.get("security");
    var requirements = own == null ? document.root().get("security") : own;
    for (var requirement : requirements == null ? List.<Json>of() : requirements.list()) {
      if (requirement instanceof Json.Obj(Map<String, Json> names)) {
        names.forEach((name, scopes) -> secure(route, name, scopes.texts()));
      }
    }
    return route;
  }

  private void secure(Route.Builder route, String name, List<String> scopes) {
    var authorizer = byScheme.get(name);
    if (authorizer != null) {
      boolean byToken = AuthorizerRules.TOKENS.equals(authorizer.authorizerType());
      route
          .authorizationType(byToken ? "JWT" : "CUSTOM")
          .authorizerId(authorizer.authorizerId())
          .authorizationScopes(scopes.isEmpty() ? null : scopes);
    } else if (IAM.equals(
        Document.text(document.object(document.securitySchemes(), name), PREFIX + "authtype"))) {
      route.authorizationType("AWS_IAM");
    }
  }
}
