package brume.apigateway.template;

import brume.json.Json;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the references of a template see.
///
/// @param context the request's context, with `error` where there is one
/// @param parameter finds a parameter of the request by its name: of the path, the query or a
///   header
public record TemplateVariables(
    Json.Obj context,
    Map<String, String> stageVariables,
    String body,
    Function<String, @Nullable String> parameter) {
  /// With one more entry in the context.
  public TemplateVariables with(String name, Json value) {
    return new TemplateVariables(context.with(name, value), stageVariables, body, parameter);
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
