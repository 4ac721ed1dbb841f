package brume.cloudformation.template;

import brume.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The intrinsic functions by name.
///
/// Source: "Intrinsic function reference" of the CloudFormation user guide.
final class Functions {
  /// Resolves its argument itself, since some functions leave parts of it alone.
  interface Function {
    @Nullable Json apply(Evaluator evaluator, Json argument);
  }

  private static final Map<String, Function> ALL =
      Map.ofEntries(
          Map.entry("Ref", Functions::ref),
          Map.entry("Fn::GetAtt", Functions::getAtt),
          Map.entry("Fn::ImportValue", Functions::importValue),
          Map.entry("Fn::If", Functions::choose),
          Map.entry("Fn::Equals", Functions.test("Fn::Equals")),
          Map.entry("Fn::And", Functions.test("Fn::And")),
          Map.entry("Fn::Or", Functions.test("Fn::Or")),
          Map.entry("Fn::Not", Functions.test("Fn::Not")),
          Map.entry("Fn::FindInMap", MappingFunction::find),
          Map.entry("Fn::Join", TextFunctions::join),
          Map.entry("Fn::Split", TextFunctions::split),
          Map.entry("Fn::Sub", Substitution::apply),
          Map.entry("Fn::Base64", TextFunctions::base64),
          Map.entry("Fn::ToJsonString", TextFunctions::toJsonString),
          Map.entry("Fn::Select", ListFunctions::select),
          Map.entry("Fn::Length", ListFunctions::length),
          Map.entry("Fn::GetAZs", ListFunctions::zones),
          Map.entry("Fn::Cidr", Cidr::apply));

  private Functions() {}

  /// The function of that name; null when the name is that of an ordinary member.
  ///
  /// Throws [TemplateException] for a name that begins as functions do and is none.
  static @Nullable Function named(String name) {
    var function = ALL.get(name);
    if (function == null && name.startsWith("Fn::")) {
      throw new TemplateException("Template error: encountered unsupported function: " + name);
    }
    return function;
  }

  private static Function test(String name) {
    return (evaluator, argument) -> Json.of(evaluator.test(Json.object(name, argument)));
  }

  private static @Nullable Json ref(Evaluator evaluator, Json argument) {
    var name = argument.text();
    if (name == null) {
      throw new TemplateException(
          "Template error: every Ref object must have a single String value.");
    }
    return evaluator.ref(name);
  }

  private static Json getAtt(Evaluator evaluator, Json argument) {
    if (argument instanceof Json.Str(String path) && path.indexOf('.') > 0) {
      int dot = path.indexOf('.');
      return evaluator.attribute(path.substring(0, dot), path.substring(dot + 1));
    }
    var parts = Evaluator.arguments(argument);
    var resource = parts == null || parts.size() < 2 ? null : parts.get(0).text();
    var attribute = parts == null || resource == null ? null : path(evaluator, parts);
    if (resource == null || attribute == null) {
      throw new TemplateException(
          "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute");
    }
    return evaluator.attribute(resource, attribute);
  }

  private static @Nullable String path(Evaluator evaluator, List<Json> parts) {
    var path = new StringBuilder();
    for (var part : parts.subList(1, parts.size())) {
      var text = evaluator.text(part);
      if (text == null || text.isEmpty()) {
        return null;
      }
      path.append(path.isEmpty() ? "" : ".").append(text);
    }
    return path.toString();
  }

  private static Json importValue(Evaluator evaluator, Json argument) {
    var name = evaluator.text(argument);
    if (name == null) {
      throw new TemplateException(
          "Template error: the attribute in Fn::ImportValue must be a string or a function that returns a string");
    }
    return evaluator.export(name);
  }

  private static @Nullable Json choose(Evaluator evaluator, Json argument) {
    var parts = Evaluator.arguments(argument);
    var condition = parts == null || parts.size() != 3 ? null : parts.get(0).text();
    if (parts == null || condition == null) {
      throw new TemplateException(
          "Template error: Fn::If requires a list argument with the first element being a condition");
    }
    return evaluator.resolve(parts.get(evaluator.holds(condition) ? 1 : 2));
  }
}
