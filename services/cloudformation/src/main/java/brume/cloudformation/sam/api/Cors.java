package brume.cloudformation.sam.api;

import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The property `Cors` of a REST API, and the `OPTIONS` method that answers with it.
///
/// @param methods null: those of the path
record Cors(
    Json origin,
    @Nullable Json headers,
    @Nullable Json methods,
    @Nullable Json maxAge,
    boolean credentials) {
  private static final Set<String> MEMBERS =
      Set.of("AllowMethods", "AllowHeaders", "AllowOrigin", "MaxAge", "AllowCredentials");
  private static final String PREFIX = "Access-Control-";

  static Cors of(SamResource api, Json property) {
    if (property instanceof Json.Str || Intrinsics.isFunction(property)) {
      return new Cors(property, null, null, null, false);
    }
    if (!(property instanceof Json.Obj object)) {
      throw api.invalid("Invalid value for 'Cors' property");
    }
    for (var member : object.fields().keySet()) {
      if (!MEMBERS.contains(member)) {
        throw api.invalid("Invalid key '" + member + "' for 'Cors' property.");
      }
    }
    var origin = object.get("AllowOrigin");
    boolean credentials = Json.of(true).equals(object.get("AllowCredentials"));
    if (credentials && (origin == null || Json.of("'*'").equals(origin))) {
      throw api.invalid(
          "Unable to add Cors configuration because 'AllowCredentials' can not be true when 'AllowOrigin' is \"'*'\" or not set");
    }
    return new Cors(
        origin == null ? Json.of("'*'") : origin,
        object.get("AllowHeaders"),
        object.get("AllowMethods"),
        object.get("MaxAge"),
        credentials);
  }

  /// @param verbs of the path, in upper case
  Json.Obj options(String verbs) {
    var parameters = new LinkedHashMap<String, Json>();
    var headers = new LinkedHashMap<String, Json>();
    answer("Allow-Origin", origin, "string", parameters, headers);
    answer("Allow-Headers", this.headers, "string", parameters, headers);
    answer(
        "Allow-Methods",
        methods == null ? Json.of('\'' + verbs + '\'') : methods,
        "string",
        parameters,
        headers);
    answer("Max-Age", maxAge, "integer", parameters, headers);
    answer(
        "Allow-Credentials", credentials ? Json.of("'true'") : null, "string", parameters, headers);
    var answer =
        Json.object(
            "statusCode", Json.of("200"),
            "responseParameters", new Json.Obj(parameters),
            "responseTemplates", Json.object("application/json", Json.of("{}\n")));
    var integration =
        Json.object(
            "type", Json.of("mock"),
            "requestTemplates",
                Json.object("application/json", Json.of("{\n  \"statusCode\" : 200\n}\n")),
            "responses", Json.object("default", answer));
    var json = Json.array(Json.of("application/json"));
    return Json.object(
        "summary", Json.of("CORS support"),
        "consumes", json,
        "produces", json,
        "x-amazon-apigateway-integration", integration,
        "responses",
            Json.object(
                "200",
                Json.object(
                    "description",
                    Json.of("Default response for CORS method"),
                    "headers",
                    new Json.Obj(headers))));
  }

  private static void answer(
      String name,
      @Nullable Json value,
      String type,
      Map<String, Json> parameters,
      Map<String, Json> headers) {
    if (value != null) {
      parameters.put("method.response.header." + PREFIX + name, value);
      headers.put(PREFIX + name, Json.object("type", Json.of(type)));
    }
  }
}
