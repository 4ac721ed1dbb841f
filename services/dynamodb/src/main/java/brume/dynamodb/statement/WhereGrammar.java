package brume.dynamodb.statement;

import brume.dynamodb.expression.Comparator;
import brume.dynamodb.expression.Condition;
import brume.dynamodb.expression.Function;
import brume.dynamodb.expression.Operand;
import brume.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds conditions to the grammar: `or := and (OR and)*`, `and := not (AND not)*`, `not := NOT not
/// | ( or ) | comparison`.
class WhereGrammar extends StatementGrammar {
  private static final Map<String, Comparator> COMPARATORS =
      Map.of(
          "=", Comparator.EQUAL,
          "<>", Comparator.NOT_EQUAL,
          "!=", Comparator.NOT_EQUAL,
          "<", Comparator.LESS,
          "<=", Comparator.AT_MOST,
          ">", Comparator.GREATER,
          ">=", Comparator.AT_LEAST);

  private static final Map<String, Function> TESTS =
      Map.of(
          "begins_with", Function.BEGINS_WITH,
          "contains", Function.CONTAINS,
          "attribute_type", Function.ATTRIBUTE_TYPE);

  WhereGrammar(String text, List<Value> parameters) {
    super(text, parameters);
  }

  final Condition or() {
    var parts = new ArrayList<Condition>();
    do {
      parts.add(and());
    } while (takeKeyword("OR"));
    return parts.size() == 1 ? parts.getFirst() : new Condition.Or(List.copyOf(parts));
  }

  private Condition and() {
    var parts = new ArrayList<Condition>();
    do {
      parts.add(not());
    } while (takeKeyword("AND"));
    return parts.size() == 1 ? parts.getFirst() : new Condition.And(List.copyOf(parts));
  }

  private Condition not() {
    enter();
    try {
      if (takeKeyword("NOT")) {
        return new Condition.Not(not());
      }
      if (takeSign("(")) {
        var inner = or();
        expectSign(")");
        return inner;
      }
      return comparison();
    } finally {
      leave();
    }
  }

  private Condition comparison() {
    var test = function(TESTS);
    if (test != null) {
      return new Condition.Test(test, arguments());
    }
    var left = operand();
    if (takeKeyword("BETWEEN")) {
      var low = operand();
      expectKeyword("AND");
      return new Condition.Between(left, low, operand());
    }
    if (takeKeyword("IS")) {
      boolean isNot = takeKeyword("NOT");
      var is = is(left);
      return isNot ? new Condition.Not(is) : is;
    }
    if (peek().isKeyword("NOT") && peekSecond().isKeyword("IN")) {
      take();
      take();
      return new Condition.Not(in(left));
    }
    if (takeKeyword("IN")) {
      return in(left);
    }
    var comparator = COMPARATORS.get(peek().text());
    if (comparator == null) {
      throw unexpected();
    }
    take();
    return new Condition.Comparison(comparator, left, operand());
  }

  private Condition is(Operand operand) {
    if (!(operand instanceof Operand.Ref)) {
      throw unexpected();
    }
    if (takeKeyword("MISSING")) {
      return new Condition.Test(Function.ATTRIBUTE_NOT_EXISTS, List.of(operand));
    }
    expectKeyword("NULL");
    return new Condition.Comparison(Comparator.EQUAL, operand, new Operand.Literal(Value.NULL));
  }

  private Condition in(Operand operand) {
    boolean isBracket = takeSign("[");
    if (!isBracket) {
      expectSign("(");
    }
    var candidates =
        values(isBracket ? "]" : ")").stream()
            .map(value -> (Operand) new Operand.Literal(value))
            .toList();
    return new Condition.In(operand, candidates);
  }

  /// The function of these that is called here; null for none.
  final @Nullable Function function(Map<String, Function> functions) {
    if (!peekSecond().isSign("(")) {
      return null;
    }
    var function = functions.get(peek().text().toLowerCase(Locale.ROOT));
    if (function != null) {
      take();
    }
    return function;
  }

  final List<Operand> arguments() {
    expectSign("(");
    var arguments = new ArrayList<Operand>();
    do {
      arguments.add(operand());
    } while (takeSign(","));
    expectSign(")");
    return List.copyOf(arguments);
  }

  final Operand operand() {
    if (peekSecond().isSign("(") && peek().isKeyword("size")) {
      take();
      return new Operand.Call(Function.SIZE, arguments());
    }
    return isValue() ? new Operand.Literal(value()) : new Operand.Ref(path());
  }
}
