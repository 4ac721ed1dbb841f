package brume.cloudformation.sam.api;

import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the Swagger 2 document that events made into OpenAPI 3 where the template asks for it.
final class OpenApi3 {
  private OpenApi3() {}

  static Json.Obj upgraded(Json.Obj document, @Nullable String version) {
    if (version == null || !version.startsWith("3.")) {
      return document;
    }
    var upgraded =
        document.has("swagger")
            ? document.without("swagger").with("openapi", Json.of(version))
            : document;
    upgraded = moved(upgraded, "securityDefinitions", "securitySchemes");
    upgraded = moved(upgraded, "definitions", "schemas");
    if (!(upgraded.get("paths") instanceof Json.Obj(Map<String, Json> paths))) {
      return upgraded;
    }
    var changed = new LinkedHashMap<String, Json>();
    paths.forEach(
        (path, item) ->
            changed.put(
                path,
                item instanceof Json.Obj methods
                        && methods.get("options") instanceof Json.Obj options
                    ? methods.with("options", options(options))
                    : item));
    return upgraded.with("paths", new Json.Obj(changed));
  }

  private static Json.Obj moved(Json.Obj document, String from, String to) {
    var value = document.get(from);
    if (value == null) {
      return document;
    }
    var components = document.get("components") instanceof Json.Obj given ? given : Json.Obj.EMPTY;
    return document.without(from).with("components", components.with(to, value));
  }

  private static Json.Obj options(Json.Obj options) {
    var kept = options.without("produces").without("consumes");
    if (kept.get("responses") instanceof Json.Obj responses
        && responses.get("200") instanceof Json.Obj ok
        && ok.get("headers") instanceof Json.Obj(Map<String, Json> headers)) {
      var changed = new LinkedHashMap<String, Json>();
      headers.forEach((name, header) -> changed.put(name, Json.object("schema", header)));
      return kept.with(
          "responses", responses.with("200", ok.with("headers", new Json.Obj(changed))));
    }
    return kept;
  }
}
