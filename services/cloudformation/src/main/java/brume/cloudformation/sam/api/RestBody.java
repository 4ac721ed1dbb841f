package brume.cloudformation.sam.api;

import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.Routes;
import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The Swagger document of a REST API, made of the routes that events ask for.
final class RestBody {
  private static final String ANY_VERBS = "DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT";

  private Json.Obj document;
  private final Map<String, Map<String, Json>> paths = new LinkedHashMap<>();

  private RestBody(Json.Obj document) {
    this.document = document;
    if (document.get("paths") instanceof Json.Obj(Map<String, Json> given)) {
      given.forEach(
          (path, item) ->
              paths.put(
                  path,
                  item instanceof Json.Obj methods
                      ? new LinkedHashMap<>(methods.fields())
                      : new LinkedHashMap<>()));
    }
  }

  static RestBody empty() {
    return new RestBody(
        Json.object(
            "swagger", Json.of("2.0"),
            "info",
                Json.object("version", Json.of("1.0"), "title", Intrinsics.ref("AWS::StackName"))));
  }

  /// A document that the template gives.
  static RestBody of(Json.Obj document) {
    return new RestBody(document);
  }

  void set(String member, Json value) {
    document = document.with(member, value);
  }

  @Nullable Json get(String member) {
    return document.get(member);
  }

  void remove(String member) {
    document = document.without(member);
  }

  Map<String, Map<String, Json>> paths() {
    return paths;
  }

  /// Adds the proxy integration of a route.
  ///
  /// @param credentials with which the API invokes, or null for its own leave
  void add(Routes.Route route, Json.Obj method, @Nullable Json credentials) {
    var integration =
        Json.object(
            "type", Json.of("aws_proxy"),
            "httpMethod", Json.of("POST"),
            "uri", Intrinsics.onlyIf(route.condition(), route.uri()));
    if (credentials != null) {
      integration = integration.with("credentials", credentials);
    }
    var parameters = RequestParameters.of(route);
    if (!parameters.keys().isEmpty()) {
      integration = integration.with("cacheKeyParameters", new Json.Arr(parameters.keys()));
    }
    var whole = method.with("x-amazon-apigateway-integration", integration);
    if (!parameters.declared().isEmpty()) {
      whole = whole.with("parameters", new Json.Arr(parameters.declared()));
    }
    if (!whole.has("responses")) {
      whole = whole.with("responses", Json.Obj.EMPTY);
    }
    paths
        .computeIfAbsent(route.path(), _ -> new LinkedHashMap<>())
        .put(route.method(), Intrinsics.onlyIf(route.condition(), whole));
  }

  /// Adds an `OPTIONS` method to every path that has none.
  void allowOrigins(Cors cors) {
    for (var methods : paths.values()) {
      if (!methods.containsKey("options")) {
        methods.put("options", cors.options(verbs(methods)));
      }
    }
  }

  private static String verbs(Map<String, Json> methods) {
    if (methods.containsKey(Routes.ANY)) {
      return ANY_VERBS;
    }
    var verbs = new TreeSet<String>();
    methods.keySet().forEach(method -> verbs.add(method.toUpperCase(java.util.Locale.ROOT)));
    verbs.add("OPTIONS");
    return String.join(",", verbs);
  }

  /// @param conditions those of the paths that exist only under one
  Json.Obj document(Map<String, String> conditions) {
    var all = new LinkedHashMap<String, Json>();
    paths.forEach(
        (path, methods) ->
            all.put(path, Intrinsics.onlyIf(conditions.get(path), new Json.Obj(methods))));
    return document.with("paths", new Json.Obj(all));
  }
}
