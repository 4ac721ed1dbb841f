package brume.apigatewayv2.imports;

import static brume.model.apigatewayv2.ApiGatewayV2Error.BAD_REQUEST_EXCEPTION;

import brume.apigateway.openapi.Document;
import brume.apigateway.record.Lacking;
import brume.apigateway.record.RecordJson;
import brume.apigateway.revision.ApiDraft;
import brume.apigatewayv2.data.Kind;
import brume.apigatewayv2.rules.IntegrationRules;
import brume.apigatewayv2.rules.RouteRules;
import brume.base.Ids;
import brume.json.Json;
import brume.model.apigatewayv2.Api;
import brume.model.apigatewayv2.Cors;
import brume.model.apigatewayv2.Integration;
import brume.model.apigatewayv2.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An OpenAPI document on its way to become an HTTP API.
///
/// Source: API Gateway Developer Guide, "Use OpenAPI definitions for HTTP APIs".
public final class HttpImport {
  private static final String PREFIX = "x-amazon-apigateway-";
  private static final Set<String> MEMBERS =
      Set.of(
          "type",
          "httpMethod",
          "uri",
          "credentials",
          "payloadFormatVersion",
          "timeoutInMillis",
          "connectionType",
          "passthroughBehavior",
          "description");

  private final Document document;
  private final String prefix;
  private final List<String> warnings = new ArrayList<>();

  private HttpImport(Document document, String prefix) {
    this.document = document;
    this.prefix = prefix;
  }

  /// @param basepath what becomes of the document's base path
  public static HttpImport read(
      String body, @Nullable String basepath, @Nullable Boolean failOnWarnings) {
    var document = Document.read(body, BAD_REQUEST_EXCEPTION::because);
    var mode = basepath == null ? "ignore" : basepath;
    var read =
        new HttpImport(
            document,
            switch (mode) {
              case "ignore" -> "";
              case "prepend" -> document.basePath();
              default -> throw Lacking.feature("the import parameter basepath=" + mode);
            });
    read.inspect();
    if (Boolean.TRUE.equals(failOnWarnings) && !read.warnings.isEmpty()) {
      throw BAD_REQUEST_EXCEPTION.because(
          "Warnings found during import:\n\t" + String.join("\n\t", read.warnings));
    }
    return read;
  }

  private void inspect() {
    for (var name : document.root().fields().keySet()) {
      if (name.startsWith(PREFIX)
          && !name.equals(PREFIX + "cors")
          && !name.equals(PREFIX + "importexport-version")) {
        throw Lacking.feature(name);
      }
    }
    document
        .securitySchemes()
        .fields()
        .forEach(
            (name, value) -> {
              var scheme = document.object(value);
              if (!scheme.has(PREFIX + "authorizer") && !scheme.has(PREFIX + "authtype")) {
                warnings.add("The security scheme " + name + " has no authorizer and is ignored");
              }
            });
  }

  public String title() {
    return document.title();
  }

  /// The API with what the document says over what it was.
  public Api onto(Api before) {
    var after = before.toBuilder().name(title()).tags(tags(before));
    var description = Document.text(document.info(), "description");
    after.description(description == null ? before.description() : description);
    var version = Document.text(document.info(), "version");
    after.version(version == null ? before.version() : version);
    if (document.root().get(PREFIX + "cors") instanceof Json.Obj cors) {
      after.corsConfiguration(RecordJson.read(capitalized(cors), Cors.SHAPE));
    }
    if (document.root().get("servers") instanceof Json.Arr(List<Json> servers)) {
      for (var server : servers) {
        var endpoint = document.object(document.object(server), PREFIX + "endpoint-configuration");
        after.disableExecuteApiEndpoint(
            "true".equals(Document.text(endpoint, "disableExecuteApiEndpoint")));
      }
    }
    return after.build();
  }

  /// The members of documents begin with small letters, those of the model with capitals.
  private static Json.Obj capitalized(Json.Obj members) {
    var named = new LinkedHashMap<String, Json>();
    members
        .fields()
        .forEach(
            (name, value) ->
                named.put(
                    name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), value));
    return new Json.Obj(named);
  }

  private Map<String, String> tags(Api before) {
    var tags = new TreeMap<>(before.tags() == null ? Map.<String, String>of() : before.tags());
    if (document.root().get("tags") instanceof Json.Arr(List<Json> items)) {
      for (var item : items) {
        var tag = document.object(item);
        var value = Document.text(tag, PREFIX + "tag-value");
        if (value != null) {
          tags.put(String.valueOf(Document.text(tag, "name")), value);
        }
      }
    }
    return tags;
  }

  /// Adds the document's routes and their integrations.
  public void addTo(ApiDraft<Api> draft, Ids ids) {
    var authorizers = new HttpAuthorizers(document).addTo(draft, ids);
    document
        .object(document.root(), "paths")
        .fields()
        .forEach(
            (path, value) -> {
              var item = document.object(value);
              Document.VERBS.forEach(
                  (member, verb) -> {
                    if (item.has(member)) {
                      var security = authorizers.of(document.object(item, member));
                      add(draft, ids, key(path, verb), document.object(item, member), security);
                    }
                  });
            });
  }

  private String key(String path, String verb) {
    var bare = path.startsWith("/") ? path.substring(1) : path;
    return bare.equals(RouteRules.DEFAULT) ? RouteRules.DEFAULT : verb + ' ' + prefix + path;
  }

  private void add(
      ApiDraft<Api> draft, Ids ids, String key, Json.Obj operation, Route.Builder secured) {
    var given = document.object(operation, PREFIX + "integration");
    String target = null;
    if (!given.fields().isEmpty()) {
      var integration =
          draft.put(Kind.INTEGRATION, IntegrationRules.created(integration(given), null, ids));
      target = IntegrationRules.target(String.valueOf(integration.integrationId()));
    }
    var route =
        RouteRules.created(
            secured
                .routeKey(key)
                .operationName(Document.text(operation, "operationId"))
                .target(target)
                .build(),
            ids);
    RouteRules.check(route, draft);
    draft.put(Kind.ROUTE, route);
  }

  private Integration integration(Json.Obj given) {
    for (var name : given.fields().keySet()) {
      if (!MEMBERS.contains(name)) {
        throw Lacking.feature("the integration's " + name);
      }
    }
    var timeout = Document.text(given, "timeoutInMillis");
    var version = Document.text(given, "payloadFormatVersion");
    return Integration.builder()
        .integrationType(upper(given, "type"))
        .integrationMethod(upper(given, "httpMethod"))
        .integrationUri(Document.text(given, "uri"))
        .credentialsArn(Document.text(given, "credentials"))
        .connectionType(upper(given, "connectionType"))
        .description(Document.text(given, "description"))
        .payloadFormatVersion(version == null ? "1.0" : version)
        .timeoutInMillis(timeout == null ? null : (Integer) Integer.parseInt(timeout))
        .build();
  }

  private static @Nullable String upper(Json.Obj object, String name) {
    var text = Document.text(object, name);
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }

  public Api told(Api api) {
    return warnings.isEmpty() ? api : api.toBuilder().warnings(warnings).build();
  }
}
