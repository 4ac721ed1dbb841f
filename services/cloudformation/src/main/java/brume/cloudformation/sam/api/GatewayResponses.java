package brume.cloudformation.sam.api;

import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The property `GatewayResponses` of a REST API as its document says it.
final class GatewayResponses {
  private static final Set<String> MEMBERS =
      Set.of("ResponseParameters", "ResponseTemplates", "StatusCode");
  private static final List<String> PLACES = List.of("Headers", "Paths", "QueryStrings");
  private static final Map<String, String> WORDS =
      Map.of("Headers", "header", "Paths", "path", "QueryStrings", "querystring");

  private GatewayResponses() {}

  static void add(SamResource api, RestBody body) {
    if (!(api.get("GatewayResponses") instanceof Json.Obj(Map<String, Json> given))) {
      return;
    }
    var responses = new LinkedHashMap<String, Json>();
    given.forEach((type, response) -> responses.put(type, response(api, type, response)));
    body.set("x-amazon-apigateway-gateway-responses", new Json.Obj(responses));
  }

  private static Json response(SamResource api, String type, Json response) {
    if (!(response instanceof Json.Obj object) || Intrinsics.isFunction(response)) {
      throw api.invalid(
          "Unable to set GatewayResponses attribute because intrinsic functions are not supported for this field.");
    }
    for (var member : object.fields().keySet()) {
      if (!MEMBERS.contains(member)) {
        throw api.invalid(
            "Invalid property '%s' in 'GatewayResponses' property '%s'.".formatted(member, type));
      }
    }
    var parameters = new LinkedHashMap<String, Json>();
    if (object.get("ResponseParameters") instanceof Json.Obj places) {
      for (var place : PLACES) {
        if (places.get(place) instanceof Json.Obj(Map<String, Json> values)) {
          values.forEach(
              (name, value) ->
                  parameters.put("gatewayresponse." + WORDS.get(place) + '.' + name, value));
        }
      }
    }
    var templates = object.get("ResponseTemplates");
    var made =
        Json.object(
            "responseParameters",
            new Json.Obj(parameters),
            "responseTemplates",
            templates == null ? Json.Obj.EMPTY : templates);
    var status = object.get("StatusCode");
    return status == null ? made : made.with("statusCode", Json.of(String.valueOf(status.text())));
  }
}
