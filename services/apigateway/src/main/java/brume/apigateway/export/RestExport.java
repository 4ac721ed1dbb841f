package brume.apigateway.export;

import brume.apigateway.openapi.Document;
import brume.apigateway.rest.Definition;
import brume.apigateway.rest.Resources;
import brume.json.Json;
import brume.model.apigateway.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A deployed REST API on its way to become an OpenAPI document.
///
/// Source: API Gateway Developer Guide, "Export a REST API from API Gateway".
///
/// @param stage its name
/// @param host under which the API is
/// @param extensions `integrations`, `authorizers` or `apigateway`, which is both
public record RestExport(Definition definition, String stage, String host, Set<String> extensions) {
  static final String API_KEY = "api_key";
  private static final String SIGNED = "sigv4";

  private static final Map<String, String> MEMBERS = new HashMap<>();

  static {
    Document.VERBS.forEach((member, verb) -> MEMBERS.put(verb, member));
  }

  private boolean has(String extension) {
    return extensions.contains(extension) || extensions.contains("apigateway");
  }

  /// A document of version 2.0.
  public Json.Obj swagger() {
    var document =
        new Fields()
            .text("swagger", "2.0")
            .json("info", info())
            .text("host", host)
            .text("basePath", '/' + stage)
            .texts("schemes", List.of("https"))
            .json("paths", paths(false))
            .object("securityDefinitions", schemes())
            .object("definitions", models());
    return finished(document);
  }

  /// A document of version 3.0.1.
  public Json.Obj openApi() {
    var server =
        new Fields()
            .text("url", "https://" + host + "/{basePath}")
            .object(
                "variables", new Fields().object("basePath", new Fields().text("default", stage)));
    var document =
        new Fields()
            .text("openapi", "3.0.1")
            .json("info", info())
            .json("servers", Json.array(server.build()))
            .json("paths", paths(true))
            .object(
                "components",
                new Fields().object("schemas", models()).object("securitySchemes", schemes()));
    return finished(document);
  }

  private Json.Obj finished(Fields document) {
    if (!extensions.isEmpty()) {
      Extensions.addTo(document, definition);
    }
    return document.build();
  }

  private Json.Obj info() {
    var api = definition.api();
    return new Fields()
        .text("title", api.name())
        .text("description", api.description())
        .text("version", api.version() == null ? String.valueOf(api.createdDate()) : api.version())
        .build();
  }

  private Json.Obj paths(boolean third) {
    var paths = new TreeMap<String, Json>();
    for (var resource : definition.resources()) {
      var item = new Fields();
      Resources.methods(resource)
          .forEach(
              (verb, method) ->
                  item.json(
                      MEMBERS.getOrDefault(verb, verb),
                      new ExportedMethod(definition, method, third, has("integrations"))
                          .operation()));
      if (!Resources.methods(resource).isEmpty()) {
        paths.put(Resources.path(resource), item.build());
      }
    }
    return new Json.Obj(paths);
  }

  private Fields models() {
    var models = new Fields();
    definition.models().stream()
        .filter(model -> model.schema() != null && !model.schema().isBlank())
        .forEach(
            model ->
                models.json(
                    String.valueOf(model.name()),
                    Json.parse(Objects.requireNonNull(model.schema()))));
    return models;
  }

  /// The security scheme that stands for a method's authorization; null where it wants none.
  static @Nullable String scheme(Definition definition, Method method) {
    if ("AWS_IAM".equals(method.authorizationType())) {
      return SIGNED;
    }
    var authorizer = definition.authorizer(method.authorizerId());
    return authorizer == null ? null : authorizer.name();
  }

  private Fields schemes() {
    var schemes = new Fields();
    var methods =
        definition.resources().stream()
            .flatMap(each -> Resources.methods(each).values().stream())
            .toList();
    if (methods.stream().anyMatch(method -> Boolean.TRUE.equals(method.apiKeyRequired()))) {
      schemes.object(API_KEY, inHeader("x-api-key"));
    }
    if (methods.stream().anyMatch(method -> SIGNED.equals(scheme(definition, method)))) {
      schemes.object(
          SIGNED, inHeader("Authorization").text(Extensions.PREFIX + "authtype", "awsSigv4"));
    }
    for (var authorizer : definition.authorizers()) {
      var source = String.valueOf(authorizer.identitySource());
      var header = source.replaceFirst("^method\\.request\\.header\\.([^,]+).*$", "$1");
      var scheme = inHeader(header.equals(source) ? "Unused" : header);
      if (has("authorizers")) {
        scheme.text(Extensions.PREFIX + "authtype", authorizer.authType());
        scheme.json(Extensions.PREFIX + "authorizer", Extensions.authorizer(authorizer));
      }
      schemes.object(String.valueOf(authorizer.name()), scheme);
    }
    return schemes;
  }

  private static Fields inHeader(String name) {
    return new Fields().text("type", "apiKey").text("name", name).text("in", "header");
  }
}
