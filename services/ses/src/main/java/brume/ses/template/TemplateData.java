package brume.ses.template;

import brume.json.Json;
import brume.json.JsonException;
import brume.ses.refusal.Api;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The values that a request has for a template.
public final class TemplateData {
  private TemplateData() {}

  /// @param text a JSON object; null for no values
  public static Json.Obj parse(@Nullable String text, Api api) {
    try {
      if (text == null || text.isBlank()) {
        return Json.Obj.EMPTY;
      }
      if (Json.parse(text) instanceof Json.Obj data) {
        return data;
      }
      throw api.invalidTemplateData().because("Template rendering data is invalid");
    } catch (JsonException e) {
      throw api.invalidTemplateData().because("Template rendering data is invalid");
    }
  }

  /// The values of both, those of `own` in place of the usual ones.
  public static Json.Obj merged(Json.Obj usual, Json.Obj own) {
    var fields = new LinkedHashMap<>(usual.fields());
    fields.putAll(own.fields());
    return new Json.Obj(fields);
  }
}
