package brume.cloudformation.stack;

import brume.cloudformation.template.ParameterValues;
import brume.cloudformation.template.Template;
import brume.json.Json;
import java.util.List;
import java.util.Map;

/// One version of a stack: all that is wanted of it.
///
/// @param body the template as it was given
/// @param template with all transforms applied
/// @param tags in the order in which they were given
public record Revision(
    String body,
    Template template,
    ParameterValues parameters,
    Map<String, String> tags,
    List<String> capabilities) {
  public Revision {
    capabilities = List.copyOf(capabilities);
  }

  public Json.Obj toJson() {
    return Json.object(
        "body", Json.of(body),
        "template", template.source(),
        "given", Fields.of(parameters.given()),
        "resolved", new Json.Obj(parameters.resolved()),
        "tags", Fields.of(tags),
        "capabilities", Fields.of(capabilities));
  }

  public static Revision of(Json.Obj document) {
    var fields = new Fields(document);
    return new Revision(
        fields.text("body"),
        Template.of(fields.object("template")),
        new ParameterValues(fields.textsByName("given"), fields.object("resolved").fields()),
        fields.textsByName("tags"),
        fields.texts("capabilities"));
  }
}
