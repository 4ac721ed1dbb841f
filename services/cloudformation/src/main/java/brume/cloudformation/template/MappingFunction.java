package brume.cloudformation.template;

import brume.json.Json;
import org.jspecify.annotations.Nullable;

/// `Fn::FindInMap`, with the optional default value.
final class MappingFunction {
  private MappingFunction() {}

  static @Nullable Json find(Evaluator evaluator, Json argument) {
    var parts = Evaluator.arguments(argument);
    if (parts == null || parts.size() < 3 || parts.size() > 4) {
      throw new TemplateException(
          "Template error: every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value");
    }
    var map = String.valueOf(evaluator.text(parts.get(0)));
    var topKey = String.valueOf(evaluator.text(parts.get(1)));
    var secondKey = String.valueOf(evaluator.text(parts.get(2)));
    var value = evaluator.mapping(map, topKey, secondKey);
    if (value != null) {
      return value;
    }
    var otherwise =
        parts.size() == 4 && parts.get(3) instanceof Json.Obj options
            ? options.get("DefaultValue")
            : null;
    if (otherwise != null) {
      return evaluator.resolve(otherwise);
    }
    throw new TemplateException(
        "Template error: Unable to get mapping for %s::%s::%s".formatted(map, topKey, secondKey));
  }
}
