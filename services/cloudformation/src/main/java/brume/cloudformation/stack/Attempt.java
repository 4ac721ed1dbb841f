package brume.cloudformation.stack;

import brume.json.Json;
import brume.service.ResourceType.Resource;
import java.util.Map;
import java.util.Set;

/// A change of a resource that has begun and has not succeeded: written before the change is tried,
/// so that it is tried again in the same way after a crash.
///
/// @param token the same however often the change is tried
/// @param replacement whether a new resource takes the place of the one there is
/// @param wasFree whether nothing had the name of the resource before the change was tried: what
///   has it later was made by the change
public record Attempt(
    String token,
    Json.Obj properties,
    Map<String, String> tags,
    Set<String> needs,
    boolean replacement,
    boolean wasFree) {
  public Attempt {
    tags = Map.copyOf(tags);
    needs = Set.copyOf(needs);
  }

  /// What there is when it succeeded.
  public Instance made(Resource resource) {
    return new Instance(resource, properties, tags, needs);
  }

  public Attempt free(boolean next) {
    return new Attempt(token, properties, tags, needs, replacement, next);
  }

  Json.Obj toJson() {
    return Json.object(
        "token", Json.of(token),
        "properties", properties,
        "tags", Fields.of(tags),
        "needs", Fields.of(needs),
        "replacement", Json.of(replacement),
        "wasFree", Json.of(wasFree));
  }

  static Attempt of(Json.Obj document) {
    var fields = new Fields(document);
    return new Attempt(
        fields.text("token"),
        fields.object("properties"),
        fields.textsByName("tags"),
        Set.copyOf(fields.texts("needs")),
        fields.truth("replacement"),
        fields.truth("wasFree"));
  }
}
