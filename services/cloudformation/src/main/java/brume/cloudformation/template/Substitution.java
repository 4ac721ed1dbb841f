package brume.cloudformation.template;

import brume.json.Json;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `Fn::Sub`: text in which `${Name}`, `${Resource.Attribute}` and `${AWS::Name}` are replaced and
/// `${!Name}` stays as `${Name}`.
final class Substitution {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}]*)}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:]+");
  private static final String RULE =
      "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string";

  private final String text;
  private final Json.Obj variables;

  private Substitution(String text, Json.Obj variables) {
    this.text = text;
    this.variables = variables;
  }

  /// Throws [TemplateException] when the argument is neither a text nor a text with variables.
  static Substitution of(Json argument) {
    return switch (argument) {
      case Json.Str(String text) -> new Substitution(text, Json.Obj.EMPTY);
      case Json.Arr(List<Json> parts)
          when parts.size() == 2
              && parts.get(0) instanceof Json.Str(String text)
              && parts.get(1) instanceof Json.Obj variables ->
          new Substitution(text, variables);
      case Json.Arr(List<Json> parts)
          when parts.size() == 1 && parts.get(0) instanceof Json.Str(String text) ->
          new Substitution(text, Json.Obj.EMPTY);
      default -> throw new TemplateException(RULE);
    };
  }

  static Json apply(Evaluator evaluator, Json argument) {
    return Json.of(of(argument).resolve(evaluator));
  }

  Json.Obj variables() {
    return variables;
  }

  /// Calls with each name that is not one of the variables.
  void eachName(Consumer<String> use) {
    var matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      var name = matcher.group(1).strip();
      if (!name.startsWith("!") && !variables.has(name)) {
        use.accept(checked(name));
      }
    }
  }

  private String resolve(Evaluator evaluator) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> {
              var name = match.group(1).strip();
              return Matcher.quoteReplacement(
                  name.startsWith("!") ? "${" + name.substring(1) + '}' : value(evaluator, name));
            });
  }

  private String value(Evaluator evaluator, String name) {
    var variable = variables.get(name);
    var value = variable == null ? named(evaluator, checked(name)) : evaluator.resolve(variable);
    var text = value == null ? "" : value.text();
    if (text == null) {
      throw new TemplateException(
          "Template error: Fn::Sub variable " + name + " does not resolve to a string");
    }
    return text;
  }

  private static @Nullable Json named(Evaluator evaluator, String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? evaluator.ref(name)
        : evaluator.attribute(name.substring(0, dot), name.substring(dot + 1));
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new TemplateException(
          "Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons");
    }
    return name;
  }
}
