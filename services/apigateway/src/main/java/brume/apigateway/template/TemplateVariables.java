package brume.apigateway.template;

import brume.json.Json;
import java.util.Map;

/// What the references of a template see.
///
/// @param context the request's context, with `error` where there is one
/// @param body of the request, or of the answer to it
public record TemplateVariables(
    Json.Obj context,
    Map<String, String> stageVariables,
    String body,
    RequestParameters parameters) {
  /// With one more entry in the context.
  public TemplateVariables with(String name, Json value) {
    return new TemplateVariables(context.with(name, value), stageVariables, body, parameters);
  }

  /// The value at a dotted path of the context, as text; empty when there is none.
  public String context(String path) {
    Json at = context;
    for (var part : path.split("\\.")) {
      at = at instanceof Json.Obj object ? object.get(part) : null;
    }
    if (at == null) {
      return "";
    }
    var text = at.text();
    return text == null ? "" : text;
  }
}
