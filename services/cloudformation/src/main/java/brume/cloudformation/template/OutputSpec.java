package brume.cloudformation.template;

import brume.json.Json;
import org.jspecify.annotations.Nullable;

/// An output as its template states it; value and export name are not yet resolved.
public record OutputSpec(
    String name,
    Json value,
    @Nullable String description,
    @Nullable String condition,
    @Nullable Json exportName) {

  static OutputSpec of(String name, Json json) {
    if (!(json instanceof Json.Obj members)) {
      throw new TemplateException(
          "Template format error: Every Outputs member must be an object. (" + name + ")");
    }
    var value = members.get("Value");
    if (value == null) {
      throw new TemplateException(
          "Template format error: Every Outputs member must contain a Value object");
    }
    return new OutputSpec(
        name,
        value,
        text(members.get("Description")),
        text(members.get("Condition")),
        members.get("Export") instanceof Json.Obj export ? export.get("Name") : null);
  }

  private static @Nullable String text(@Nullable Json json) {
    return json == null ? null : json.text();
  }
}
