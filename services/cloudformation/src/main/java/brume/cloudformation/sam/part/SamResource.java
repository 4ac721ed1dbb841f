package brume.cloudformation.sam.part;

import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A resource of a template before the transform, its globals merged.
public record SamResource(String logicalId, String type, Json.Obj properties, Json.Obj members) {
  public static final String PREFIX = "AWS::Serverless::";

  private static final List<String> PASSED_ON =
      List.of("Condition", "DeletionPolicy", "UpdateReplacePolicy");
  private static final List<String> OWN =
      List.of(
          "DependsOn",
          "Condition",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "Metadata",
          "UpdatePolicy",
          "CreationPolicy");

  public boolean has(String property) {
    return properties.has(property);
  }

  public @Nullable Json get(String property) {
    return properties.get(property);
  }

  /// The value of a property as text; null when it is absent or no text.
  public @Nullable String text(String property) {
    var value = properties.get(property);
    return value == null ? null : value.text();
  }

  /// The attributes that everything made for the resource carries.
  public Map<String, Json> passedOn() {
    return attributes(PASSED_ON);
  }

  /// The attributes that the resource made in its place carries.
  public Map<String, Json> ownAttributes() {
    return attributes(OWN);
  }

  public @Nullable String condition() {
    var condition = members.get("Condition");
    return condition == null ? null : condition.text();
  }

  private Map<String, Json> attributes(List<String> names) {
    var kept = new LinkedHashMap<String, Json>();
    for (var name : names) {
      var value = members.get(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    return kept;
  }

  /// Throws [SamException] for the first property that is none of these.
  public void allowOnly(Set<String> supported) {
    for (var property : properties.fields().keySet()) {
      if (!supported.contains(property)) {
        throw invalid("property " + property + " not defined for resource of type " + type);
      }
    }
  }

  public SamException invalid(String problem) {
    return SamException.resource(logicalId, problem);
  }
}
