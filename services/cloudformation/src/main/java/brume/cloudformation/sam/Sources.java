package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Routes;
import brume.cloudformation.sam.part.SamException;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a template's resources, merges globals and adds the APIs that events imply.
final class Sources {
  private Sources() {}

  static Map<String, SamResource> read(Json.Obj resources, Globals globals) {
    var sources = new LinkedHashMap<String, SamResource>();
    if (implied(resources, "Api", "RestApiId") && !resources.has(Routes.IMPLICIT_REST)) {
      var properties = Json.object("StageName", Json.of("Prod"));
      sources.put(Routes.IMPLICIT_REST, implicit(Routes.IMPLICIT_REST, "Api", properties, globals));
    }
    if (implied(resources, "HttpApi", "ApiId") && !resources.has(Routes.IMPLICIT_HTTP)) {
      sources.put(
          Routes.IMPLICIT_HTTP, implicit(Routes.IMPLICIT_HTTP, "HttpApi", Json.Obj.EMPTY, globals));
    }
    resources.fields().forEach((id, json) -> sources.put(id, read(id, json, globals)));
    return sources;
  }

  private static SamResource implicit(
      String id, String kind, Json.Obj properties, Globals globals) {
    var type = SamResource.PREFIX + kind;
    return new SamResource(id, type, globals.merged(type, properties, List.of()), Json.Obj.EMPTY);
  }

  private static SamResource read(String id, Json json, Globals globals) {
    if (!(json instanceof Json.Obj members)
        || !(members.get("Type") instanceof Json.Str(String type))) {
      throw SamException.resource(id, "Every resource must contain a Type member.");
    }
    var properties = members.get("Properties");
    var own = properties instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    var ignored = members.get("IgnoreGlobals");
    return new SamResource(
        id,
        type,
        globals.merged(type, own, ignored == null ? List.of() : ignored.texts()),
        members);
  }

  /// Whether any function has an event of the type that names no API.
  private static boolean implied(Json.Obj resources, String type, String apiProperty) {
    for (var json : resources.fields().values()) {
      if (json instanceof Json.Obj members
          && members.get("Properties") instanceof Json.Obj properties
          && Json.of(SamResource.PREFIX + "Function").equals(members.get("Type"))
          && properties.get("Events") instanceof Json.Obj events
          && events.fields().values().stream().anyMatch(e -> implies(e, type, apiProperty))) {
        return true;
      }
    }
    return false;
  }

  private static boolean implies(Json event, String type, String apiProperty) {
    if (!(event instanceof Json.Obj members) || !Json.of(type).equals(members.get("Type"))) {
      return false;
    }
    return !(members.get("Properties") instanceof Json.Obj properties)
        || !properties.has(apiProperty);
  }
}
