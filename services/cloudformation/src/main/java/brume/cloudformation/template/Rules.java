package brume.cloudformation.template;

import brume.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rules of a template: what must hold of its parameters before anything is created.
///
/// Source: "Rules" of the CloudFormation user guide. Functions that ask for the attributes of
/// AWS-specific parameters (`Fn::ValueOf`, `Fn::RefAll`) are refused by name.
public final class Rules {
  private Rules() {}

  /// Throws [TemplateException] with the description of the first assertion that does not hold.
  public static void check(Json.Obj source, Evaluator evaluator) {
    switch (source.get("Rules")) {
      case null -> {}
      case Json.Obj(Map<String, Json> rules) ->
          rules.forEach((name, rule) -> check(name, rule, evaluator));
      default -> throw new TemplateException("Template format error: Rules must be an object.");
    }
  }

  private static void check(String name, Json rule, Evaluator evaluator) {
    if (!(rule instanceof Json.Obj members)) {
      throw malformed(name);
    }
    var condition = members.get("RuleCondition");
    if (condition != null && !evaluator.test(condition)) {
      return;
    }
    var assertions = members.get("Assertions");
    if (assertions == null) {
      throw malformed(name);
    }
    for (var assertion : assertions.list()) {
      var holds = assertion instanceof Json.Obj each ? each.get("Assert") : null;
      if (holds == null) {
        throw malformed(name);
      }
      if (!evaluator.test(holds)) {
        throw new TemplateException("Rule " + name + " failed: " + description(assertion));
      }
    }
  }

  private static String description(Json assertion) {
    @Nullable Json text = assertion instanceof Json.Obj each ? each.get("AssertDescription") : null;
    return text == null ? "an assertion does not hold" : String.valueOf(text.text());
  }

  private static TemplateException malformed(String name) {
    return new TemplateException(
        "Template format error: Rule " + name + " must have a list of Assertions");
  }
}
