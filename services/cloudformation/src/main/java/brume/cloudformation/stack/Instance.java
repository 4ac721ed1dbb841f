package brume.cloudformation.stack;

import brume.json.Json;
import brume.service.ResourceType.Resource;
import java.util.Map;
import java.util.Set;

/// A resource that exists, and of what it was made.
///
/// @param properties with all functions resolved
/// @param tags of the stack, as the resource got them
/// @param needs the logical ids of those without which it cannot be: they are deleted after it
public record Instance(
    Resource resource, Json.Obj properties, Map<String, String> tags, Set<String> needs) {
  public Instance {
    tags = Map.copyOf(tags);
    needs = Set.copyOf(needs);
  }

  public String physicalId() {
    return resource.physicalId();
  }

  /// Whether both are made alike.
  public boolean isMadeAs(Instance other) {
    return properties.equals(other.properties) && tags.equals(other.tags);
  }

  Json.Obj toJson() {
    return Json.object(
        "id", Json.of(resource.physicalId()),
        "attributes", new Json.Obj(resource.attributes()),
        "properties", properties,
        "tags", Fields.of(tags),
        "needs", Fields.of(needs));
  }

  static Instance of(Json.Obj document) {
    var fields = new Fields(document);
    return new Instance(
        new Resource(fields.text("id"), fields.object("attributes").fields()),
        fields.object("properties"),
        fields.textsByName("tags"),
        Set.copyOf(fields.texts("needs")));
  }
}
