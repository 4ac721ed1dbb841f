package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.ParameterRefs;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The policy templates of SAM, such as `DynamoDBCrudPolicy`.
///
/// Source: "AWS SAM policy templates" of the SAM developer guide.
final class PolicyTemplates {
  /// @param lines each a statement: `actions -> resources`, in brackets where they are a list, and
  ///   `if` with conditions
  private record Entry(List<String> parameters, List<String> lines) {}

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9]+)}");
  private static final Map<String, Entry> ALL = read();

  private PolicyTemplates() {}

  private static Map<String, Entry> read() {
    var all = new LinkedHashMap<String, Entry>();
    var lines = new ArrayList<String>();
    for (var line : Resource.lines("policy-templates.txt")) {
      if (line.startsWith(" ")) {
        lines.add(line.strip());
      } else {
        var words = line.split(" ");
        lines = new ArrayList<>();
        all.put(words[0], new Entry(Arrays.asList(words).subList(1, words.length), lines));
      }
    }
    return all;
  }

  static boolean has(String name) {
    return ALL.containsKey(name);
  }

  /// The statements of a template with its parameters' values in place.
  static Json.Obj policy(SamResource resource, String name, Json arguments) {
    var entry = ALL.get(name);
    if (entry == null || !(arguments instanceof Json.Obj values)) {
      throw resource.invalid(
          "Must specify valid parameter values for policy template '" + name + "'");
    }
    var missing = entry.parameters.stream().filter(p -> !values.has(p)).toList();
    if (!missing.isEmpty()) {
      throw resource.invalid(
          "Following required parameters of template '%s' don't have values: %s"
              .formatted(name, missing));
    }
    var statements = new ArrayList<Json>();
    for (var line : entry.lines) {
      statements.add(statement(line, entry.parameters, values));
    }
    return Json.object("Statement", new Json.Arr(statements));
  }

  private static Json statement(String line, List<String> parameters, Json.Obj values) {
    int arrow = line.indexOf(" -> ");
    int condition = line.indexOf(" if ");
    var actions = line.substring(0, arrow);
    var resources = line.substring(arrow + 4, condition < 0 ? line.length() : condition);
    var statement =
        Json.object(
            "Action", oneOrMany(actions, Json::of),
            "Effect", Json.of("Allow"),
            "Resource", oneOrMany(resources, text -> resource(text, parameters, values)));
    return condition < 0
        ? statement
        : statement.with(
            "Condition",
            new ParameterRefs(values.fields()).resolve(Json.parse(line.substring(condition + 4))));
  }

  private static Json oneOrMany(String text, java.util.function.Function<String, Json> each) {
    if (!text.startsWith("[ ")) {
      return each.apply(text);
    }
    var words = text.substring(2, text.length() - 2).split(" ");
    return new Json.Arr(Arrays.stream(words).map(each).toList());
  }

  private static Json resource(String text, List<String> parameters, Json.Obj values) {
    if (!text.contains("${")) {
      return Json.of(text);
    }
    var variables = new LinkedHashMap<String, Json>();
    var matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      var value = value(matcher.group(1), parameters, values);
      if (value != null) {
        variables.put(matcher.group(1), value);
      }
    }
    return variables.isEmpty()
        ? Intrinsics.sub(text)
        : Intrinsics.sub(text, new Json.Obj(variables));
  }

  /// Variables are named as parameters but for the case of letters.
  private static @Nullable Json value(String variable, List<String> parameters, Json.Obj values) {
    for (var parameter : parameters) {
      if (parameter.equalsIgnoreCase(variable)) {
        return values.get(parameter);
      }
    }
    return null;
  }
}
