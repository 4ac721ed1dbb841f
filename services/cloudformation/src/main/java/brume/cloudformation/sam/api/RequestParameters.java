package brume.cloudformation.sam.api;

import brume.cloudformation.sam.part.Routes;
import brume.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The property `RequestParameters` of an event: parameters that a method knows of.
///
/// @param declared as Swagger declares them
/// @param keys the names of those that tell cached responses apart
record RequestParameters(List<Json> declared, List<Json> keys) {
  private static final String INVALID = "Invalid value for 'RequestParameters' property. ";
  private static final Pattern NAME =
      Pattern.compile("method\\.request\\.(querystring|path|header)\\.(.*)");

  static RequestParameters of(Routes.Route route) {
    var parameters = new RequestParameters(new ArrayList<>(), new ArrayList<>());
    var given = route.event().get("RequestParameters");
    for (var each : given == null ? List.<Json>of() : given.list()) {
      switch (each) {
        case Json.Str(String name) -> parameters.add(route, name, Json.Obj.EMPTY);
        case Json.Obj(Map<String, Json> fields) when !fields.isEmpty() -> {
          var first = fields.entrySet().iterator().next();
          if (!(first.getValue() instanceof Json.Obj settings)
              || !List.of("Required", "Caching").containsAll(settings.fields().keySet())) {
            throw route.invalid(
                INVALID + "Values must be an object, e.g { Required: true, Caching: false }");
          }
          parameters.add(route, first.getKey(), settings);
        }
        default -> throw route.invalid(INVALID + "Property must be either a string or an object");
      }
    }
    return parameters;
  }

  private void add(Routes.Route route, String parameter, Json.Obj settings) {
    var name = NAME.matcher(parameter);
    if (!name.matches()) {
      throw route.invalid(
          INVALID
              + "Keys must be in the format 'method.request.[querystring|path|header].{value}', "
              + "e.g 'method.request.header.Authorization'.");
    }
    var no = Json.of(false);
    var place = name.group(1).equals("querystring") ? "query" : name.group(1);
    declared.add(
        Json.object(
            "in", Json.of(place),
            "name", Json.of(name.group(2)),
            "required", settings.fields().getOrDefault("Required", no),
            "type", Json.of("string")));
    if (settings.fields().getOrDefault("Caching", no).equals(Json.of(true))) {
      keys.add(Json.of(parameter));
    }
  }
}
