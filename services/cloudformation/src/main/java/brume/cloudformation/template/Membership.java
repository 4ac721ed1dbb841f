package brume.cloudformation.template;

import brume.json.Json;
import java.util.HashSet;
import java.util.List;

/// The functions of rules that ask what lists hold.
final class Membership {
  private Membership() {}

  static boolean test(Evaluator evaluator, String function, Json argument) {
    var parts = Evaluator.arguments(argument);
    if (parts == null || parts.size() != 2) {
      throw new TemplateException(
          "Template error: every " + function + " object requires two parameters");
    }
    var members = texts(evaluator, parts.get(0));
    var others = texts(evaluator, parts.get(1));
    return switch (function) {
      case "Fn::Contains" -> members.containsAll(others);
      case "Fn::EachMemberEquals" -> members.stream().allMatch(others.getFirst()::equals);
      default -> new HashSet<>(others).containsAll(members);
    };
  }

  private static List<String> texts(Evaluator evaluator, Json part) {
    var value = evaluator.resolve(part);
    return value == null ? List.of("") : value.texts();
  }
}
