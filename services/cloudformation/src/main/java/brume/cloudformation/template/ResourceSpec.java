package brume.cloudformation.template;

import brume.json.Json;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A resource as its template states it.
///
/// @param properties with functions, not yet resolved
/// @param condition names the condition under which it exists
/// @param deletionPolicy what becomes of it when it leaves the stack
/// @param updateReplacePolicy what becomes of the old one when it is replaced
public record ResourceSpec(
    String logicalId,
    String type,
    Json.Obj properties,
    List<String> dependsOn,
    @Nullable String condition,
    Fate deletionPolicy,
    Fate updateReplacePolicy,
    Json.Obj metadata) {

  /// What becomes of a resource that is no longer wanted.
  public enum Fate {
    DELETE,
    RETAIN,
    RETAIN_EXCEPT_ON_CREATE,
    SNAPSHOT
  }

  private static final Set<String> MEMBERS =
      Set.of(
          "Type",
          "Properties",
          "DependsOn",
          "Condition",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "Metadata",
          "UpdatePolicy",
          "CreationPolicy",
          "Description",
          "Version");

  static ResourceSpec of(String logicalId, Json json) {
    if (!Names.isAlphanumeric(logicalId)) {
      throw new TemplateException(
          "Template format error: Resource name " + logicalId + " is non alphanumeric.");
    }
    if (!(json instanceof Json.Obj members)) {
      throw new TemplateException(
          "Template format error: [/Resources/" + logicalId + "] resource definition is malformed");
    }
    for (var member : members.fields().keySet()) {
      if (!MEMBERS.contains(member)) {
        throw new TemplateException("Invalid template resource property '" + member + "'");
      }
    }
    if (!(members.get("Type") instanceof Json.Str(String type))) {
      throw new TemplateException(
          "Template format error: [/Resources/"
              + logicalId
              + "] Every Resources object must contain a Type member.");
    }
    return new ResourceSpec(
        logicalId,
        type,
        object(logicalId, members, "Properties"),
        dependsOn(logicalId, members.get("DependsOn")),
        condition(logicalId, members.get("Condition")),
        fate(logicalId, "DeletionPolicy", members.get("DeletionPolicy")),
        fate(logicalId, "UpdateReplacePolicy", members.get("UpdateReplacePolicy")),
        object(logicalId, members, "Metadata"));
  }

  private static Json.Obj object(String logicalId, Json.Obj members, String name) {
    return switch (members.get(name)) {
      case null -> Json.Obj.EMPTY;
      case Json.Null _ -> Json.Obj.EMPTY;
      case Json.Obj object -> object;
      default ->
          throw new TemplateException(
              "Template format error: [/Resources/%s/%s] must be an object"
                  .formatted(logicalId, name));
    };
  }

  private static List<String> dependsOn(String logicalId, @Nullable Json json) {
    if (json == null) {
      return List.of();
    }
    var names = json.texts();
    if (names.size() != json.list().size()) {
      throw new TemplateException(
          "Template format error: DependsOn of "
              + logicalId
              + " must be a logical id or a list of logical ids");
    }
    return names;
  }

  private static @Nullable String condition(String logicalId, @Nullable Json json) {
    return switch (json) {
      case null -> null;
      case Json.Str(String name) -> name;
      default ->
          throw new TemplateException(
              "Template format error: Every Condition member must be a string. ("
                  + logicalId
                  + ")");
    };
  }

  private static Fate fate(String logicalId, String name, @Nullable Json json) {
    return switch (json == null ? "Delete" : String.valueOf(json.text())) {
      case "Delete" -> Fate.DELETE;
      case "Retain" -> Fate.RETAIN;
      case "RetainExceptOnCreate" -> Fate.RETAIN_EXCEPT_ON_CREATE;
      case "Snapshot" -> Fate.SNAPSHOT;
      default ->
          throw new TemplateException(
              "Template format error: Unrecognized %s %s for resource %s"
                  .formatted(name, json, logicalId));
    };
  }
}
