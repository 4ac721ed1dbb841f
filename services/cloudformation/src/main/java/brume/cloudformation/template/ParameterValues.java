package brume.cloudformation.template;

import static java.util.Objects.requireNonNull;

import brume.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The values of a template's parameters, checked.
///
/// @param given as texts, defaults filled in; for stored parameters, the name of what is stored
/// @param resolved what `Ref` gives
public record ParameterValues(Map<String, String> given, Map<String, Json> resolved) {
  public ParameterValues {
    given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    resolved = Collections.unmodifiableMap(new LinkedHashMap<>(resolved));
  }

  /// Throws [TemplateException] with AWS's text when a value is missing, unknown or not allowed.
  ///
  /// @param stored looks up the value of an SSM parameter by name
  public static ParameterValues of(
      Template template, Map<String, String> values, UnaryOperator<String> stored) {
    checkNames(template, values);
    var given = new LinkedHashMap<String, String>();
    var resolved = new LinkedHashMap<String, Json>();
    for (var parameter : template.parameters().values()) {
      var chosen = values.get(parameter.name());
      var value = chosen == null ? requireNonNull(parameter.defaultValue()) : chosen;
      ParameterCheck.check(parameter, value);
      given.put(parameter.name(), value);
      resolved.put(
          parameter.name(),
          typed(parameter.type(), parameter.type().stored() ? stored.apply(value) : value));
    }
    return new ParameterValues(given, resolved);
  }

  private static void checkNames(Template template, Map<String, String> values) {
    var unknown = new ArrayList<>(values.keySet());
    unknown.removeAll(template.parameters().keySet());
    if (!unknown.isEmpty()) {
      Collections.sort(unknown);
      throw new TemplateException(
          "Parameters: [" + String.join(", ", unknown) + "] do not exist in the template");
    }
    var missing = new ArrayList<String>();
    for (var parameter : template.parameters().values()) {
      if (parameter.defaultValue() == null && !values.containsKey(parameter.name())) {
        missing.add(parameter.name());
      }
    }
    if (!missing.isEmpty()) {
      throw new TemplateException(
          "Parameters: [" + String.join(", ", missing) + "] must have values");
    }
  }

  private static Json typed(ParameterType type, String value) {
    return type.list()
        ? new Json.Arr(List.copyOf(items(value).stream().map(Json::of).toList()))
        : Json.of(value);
  }

  static List<String> items(String list) {
    return list.isEmpty()
        ? List.of()
        : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
  }
}
