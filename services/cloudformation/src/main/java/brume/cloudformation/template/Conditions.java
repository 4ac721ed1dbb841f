package brume.cloudformation.template;

import brume.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides the conditions of a template, each once.
final class Conditions {
  private static final int MIN_OPERANDS = 2;
  private static final int MAX_OPERANDS = 10;

  private final Evaluator evaluator;
  private final Json.Obj definitions;
  private final Map<String, Boolean> decided = new HashMap<>();
  private final Set<String> deciding = new HashSet<>();

  Conditions(Evaluator evaluator, Json.Obj definitions) {
    this.evaluator = evaluator;
    this.definitions = definitions;
  }

  boolean holds(String name) {
    var known = decided.get(name);
    if (known != null) {
      return known;
    }
    var definition = definitions.get(name);
    if (definition == null) {
      throw new TemplateException(
          "Template format error: Unresolved condition dependency " + name + ".");
    }
    if (!deciding.add(name)) {
      throw new TemplateException("Template error: Found circular condition dependency " + name);
    }
    boolean holds = test(definition);
    deciding.remove(name);
    decided.put(name, holds);
    return holds;
  }

  boolean test(Json condition) {
    if (condition instanceof Json.Obj(Map<String, Json> fields) && fields.size() == 1) {
      var field = fields.entrySet().iterator().next();
      var argument = field.getValue();
      return switch (field.getKey()) {
        case "Condition" -> holds(named(argument));
        case "Fn::Equals" -> equal(argument);
        case "Fn::Not" -> !test(operands("Fn::Not", argument, 1, 1).getFirst());
        case "Fn::And" ->
            operands("Fn::And", argument, MIN_OPERANDS, MAX_OPERANDS).stream().allMatch(this::test);
        case "Fn::Or" ->
            operands("Fn::Or", argument, MIN_OPERANDS, MAX_OPERANDS).stream().anyMatch(this::test);
        case "Fn::Contains", "Fn::EachMemberEquals", "Fn::EachMemberIn" ->
            Membership.test(evaluator, field.getKey(), argument);
        default -> truth(condition);
      };
    }
    return truth(condition);
  }

  private boolean truth(Json condition) {
    return switch (String.valueOf(evaluator.text(condition))) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new TemplateException(
              "Template format error: Every Condition member must be a boolean function: "
                  + condition.print());
    };
  }

  private boolean equal(Json argument) {
    var sides = operands("Fn::Equals", argument, 2, 2);
    var left = comparable(sides.get(0));
    return left != null && left.equals(comparable(sides.get(1)));
  }

  /// `true` and `"true"` are equal, as are `1` and `"1"`.
  private @Nullable Json comparable(Json side) {
    var value = evaluator.resolve(side);
    var text = value == null ? null : value.text();
    return text == null ? value : Json.of(text);
  }

  private static String named(Json argument) {
    var name = argument.text();
    if (name == null) {
      throw new TemplateException("Template error: Condition must name a condition");
    }
    return name;
  }

  private static List<Json> operands(String function, Json argument, int least, int most) {
    var operands = Evaluator.arguments(argument);
    if (operands == null || operands.size() < least || operands.size() > most) {
      throw new TemplateException(
          least == most
              ? "Template error: every %s object requires a list of %d parameter%s"
                  .formatted(function, least, least == 1 ? "" : "s")
              : "Template error: every %s object requires a list of at least %d and at most %d parameters"
                  .formatted(function, least, most));
    }
    return operands;
  }
}
