package brume.cloudformation.template;

import brume.json.Json;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;

/// The YAML short forms of functions: `!Sub x` for `Fn::Sub: x`.
final class ShortForm {
  private static final Set<String> NAMES =
      Set.of(
          "And",
          "Base64",
          "Cidr",
          "Equals",
          "FindInMap",
          "ForEach",
          "GetAtt",
          "GetAZs",
          "If",
          "ImportValue",
          "Join",
          "Length",
          "Not",
          "Or",
          "Select",
          "Split",
          "Sub",
          "ToJsonString",
          "Transform");

  private ShortForm() {}

  static Json expand(String name, Json argument, Mark mark) {
    return switch (name) {
      case "Ref", "Condition" -> Json.object(name, argument);
      case "GetAtt" -> Json.object("Fn::GetAtt", parts(argument));
      default -> {
        if (!NAMES.contains(name)) {
          throw YamlTree.malformed("unknown tag !" + name, mark);
        }
        yield Json.object("Fn::" + name, argument);
      }
    };
  }

  private static Json parts(Json argument) {
    if (argument instanceof Json.Str(String path) && path.indexOf('.') > 0) {
      int dot = path.indexOf('.');
      return Json.array(Json.of(path.substring(0, dot)), Json.of(path.substring(dot + 1)));
    }
    return argument;
  }
}
