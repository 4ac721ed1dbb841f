package brume.dynamodb.expression;

import brume.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The grammar of conditions, filters and key conditions.
///
/// `or := and (OR and)*`, `and := not (AND not)*`, `not := NOT not | comparison`. What stands in
/// parentheses may be a condition or an operand, so these methods return either.
final class ConditionParser extends OperandGrammar {
  private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT", "BETWEEN", "IN");

  /// Where each pair of parentheses opened and closed, to find those that hold just another pair.
  private final Map<Integer, Integer> closings = new HashMap<>();

  private ConditionParser(ExpressionKind kind, String text) {
    super(kind, text);
  }

  static Condition parse(ExpressionKind kind, String text) {
    var parser = new ConditionParser(kind, text);
    var condition = parser.condition(parser.or());
    parser.finish();
    return condition;
  }

  @Override
  boolean isKeyword(Token word) {
    return KEYWORDS.stream().anyMatch(word::isKeyword);
  }

  private Node or() {
    var first = and();
    if (!peek().isKeyword("OR")) {
      return first;
    }
    var parts = new ArrayList<>(List.of(condition(first)));
    while (takeKeyword("OR")) {
      countOperator();
      parts.add(condition(and()));
    }
    return new Condition.Or(List.copyOf(parts));
  }

  private Node and() {
    var first = not();
    if (!peek().isKeyword("AND")) {
      return first;
    }
    var parts = new ArrayList<>(List.of(condition(first)));
    while (takeKeyword("AND")) {
      countOperator();
      parts.add(condition(not()));
    }
    return new Condition.And(List.copyOf(parts));
  }

  private Node not() {
    if (takeKeyword("NOT")) {
      countOperator();
      return new Condition.Not(condition(not()));
    }
    return comparison();
  }

  private Node comparison() {
    var first = primary();
    var comparator = Comparator.of(peek().text());
    if (first instanceof Condition condition
        && !(condition instanceof Condition.Test && comparator != null)) {
      return first;
    }
    if (comparator != null) {
      take();
      countOperator();
      return new Condition.Comparison(comparator, operand(first), operand());
    }
    if (takeKeyword("BETWEEN")) {
      countOperator();
      var low = operand();
      if (!takeKeyword("AND")) {
        throw syntaxError();
      }
      return new Condition.Between(operand(first), low, operand());
    }
    if (takeKeyword("IN")) {
      countOperator();
      return new Condition.In(operand(first), arguments());
    }
    return first;
  }

  private Node primary() {
    if (peek().isSign("(")) {
      return parenthesized();
    }
    return isCall() ? call() : simple();
  }

  private Node parenthesized() {
    int opened = position();
    take();
    countOperator();
    var inner = or();
    int closed = position();
    expectSign(")");
    closings.put(opened, closed);
    if (Integer.valueOf(closed - 1).equals(closings.get(opened + 1))) {
      fault("The expression has redundant parentheses;");
    }
    return inner instanceof Operand.Ref(Path path) ? new Operand.Ref(path(path.steps())) : inner;
  }

  private Node call() {
    var function = functionName();
    var arguments = arguments();
    if (function == null) {
      return new Condition.Test(Function.CONTAINS, arguments);
    }
    if (function.use() == Function.Use.UPDATE) {
      fault(
          "The function is not allowed in a condition expression; function: "
              + function.spelling());
    }
    if (arguments.size() != function.arity()) {
      fault(wrongArity(function, arguments.size()));
    }
    return function.use() == Function.Use.TEST
        ? new Condition.Test(function, arguments)
        : new Operand.Call(function, arguments);
  }

  @Override
  Operand operand() {
    return operand(primary());
  }

  private Operand operand(Node node) {
    return switch (node) {
      case Operand operand -> operand;
      case Condition.Test(var function, _) -> {
        misused(function);
        yield new Operand.Literal(Value.NULL);
      }
      case Condition _ -> throw syntaxError();
    };
  }

  private Condition condition(Node node) {
    return switch (node) {
      case Condition condition -> condition;
      case Operand.Call(var function, var arguments) -> {
        misused(function);
        yield new Condition.Test(function, arguments);
      }
      case Operand _ -> throw syntaxError();
    };
  }

  private void misused(Function function) {
    fault(
        "The function is not allowed to be used this way in an expression; function: "
            + function.spelling());
  }
}
