package brume.cloudformation.template;

import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// References in texts to values that other services hold, such as `{{resolve:ssm:/port:3}}`. They
/// are resolved when a resource is made or changed, and stand in the template as they are.
final class DynamicReferences {
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:([a-z-]+):([^{}]*)}}");

  private static final String PARAMETER_STORE = "ssm";

  private DynamicReferences() {}

  /// The value with all references resolved.
  ///
  /// Throws [TemplateException] for a service whose values cannot be referred to.
  ///
  /// @param stored looks up a parameter by `name` or `name:version`
  static Json resolve(Json value, UnaryOperator<String> stored) {
    return switch (value) {
      case Json.Obj object -> resolve(object, stored);
      case Json.Arr array ->
          new Json.Arr(array.items().stream().map(item -> resolve(item, stored)).toList());
      case Json.Str(String text) when text.contains("{{resolve:") ->
          Json.of(
              REFERENCE
                  .matcher(text)
                  .replaceAll(found -> quoted(found.group(1), found.group(2), stored)));
      default -> value;
    };
  }

  static Json.Obj resolve(Json.Obj object, UnaryOperator<String> stored) {
    var fields = new LinkedHashMap<String, Json>();
    object.fields().forEach((name, value) -> fields.put(name, resolve(value, stored)));
    return new Json.Obj(fields);
  }

  private static String quoted(String service, String key, UnaryOperator<String> stored) {
    if (!service.equals(PARAMETER_STORE)) {
      throw new TemplateException(
          "Dynamic references to " + service + " are not supported: {{resolve:" + service + ":…}}");
    }
    return Matcher.quoteReplacement(stored.apply(key));
  }
}
