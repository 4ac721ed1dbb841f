package brume.cloudwatch.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/// Reads metric math: operators, parentheses, lists, and functions.
///
/// Source: Amazon CloudWatch User Guide, "Using math expressions with CloudWatch metrics".
final class ExpressionParser {
  /// Parentheses and functions inside each other.
  private static final int MAX_DEPTH = 50;

  private final Tokens tokens;
  private int depth;

  private ExpressionParser(String text) {
    tokens = new Tokens(text);
  }

  static Expression parse(String text) {
    var parser = new ExpressionParser(text);
    var expression = parser.either();
    if (parser.tokens.kind() != Tokens.Kind.END) {
      throw parser.tokens.wrong();
    }
    return expression;
  }

  private Expression either() {
    var left = both();
    while (tokens.take("OR", "||")) {
      left = binary(left, both(), (a, b) -> truth(a != 0 || b != 0));
    }
    return left;
  }

  private Expression both() {
    var left = comparison();
    while (tokens.take("AND", "&&")) {
      left = binary(left, comparison(), (a, b) -> truth(a != 0 && b != 0));
    }
    return left;
  }

  private Expression comparison() {
    var left = sum();
    while (true) {
      if (tokens.take("==")) {
        left = binary(left, sum(), (a, b) -> truth(a == b));
      } else if (tokens.take("!=")) {
        left = binary(left, sum(), (a, b) -> truth(a != b));
      } else if (tokens.take("<=")) {
        left = binary(left, sum(), (a, b) -> truth(a <= b));
      } else if (tokens.take(">=")) {
        left = binary(left, sum(), (a, b) -> truth(a >= b));
      } else if (tokens.take("<")) {
        left = binary(left, sum(), (a, b) -> truth(a < b));
      } else if (tokens.take(">")) {
        left = binary(left, sum(), (a, b) -> truth(a > b));
      } else {
        return left;
      }
    }
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }

  private Expression sum() {
    var left = product();
    while (true) {
      if (tokens.take("+")) {
        left = binary(left, product(), Double::sum);
      } else if (tokens.take("-")) {
        left = binary(left, product(), (a, b) -> a - b);
      } else {
        return left;
      }
    }
  }

  private Expression product() {
    var left = power();
    while (true) {
      if (tokens.take("*")) {
        left = binary(left, power(), (a, b) -> a * b);
      } else if (tokens.take("/")) {
        left = binary(left, power(), (a, b) -> a / b);
      } else {
        return left;
      }
    }
  }

  private Expression power() {
    var base = operand();
    return tokens.take("^") ? binary(base, power(), Math::pow) : base;
  }

  private static Expression binary(Expression left, Expression right, DoubleBinaryOperator how) {
    return scope -> left.of(scope).with(right.of(scope), how);
  }

  private Expression operand() {
    if (++depth > MAX_DEPTH) {
      throw tokens.wrong();
    }
    var found = nested();
    depth--;
    return found;
  }

  private Expression nested() {
    if (tokens.take("-")) {
      var negated = operand();
      return scope -> negated.of(scope).each(value -> -value);
    }
    if (tokens.take("(")) {
      var inner = either();
      tokens.expect(")");
      return inner;
    }
    if (tokens.take("[")) {
      var items = arguments("]");
      return scope -> Expression.array(items, scope);
    }
    return switch (tokens.kind()) {
      case NUMBER -> {
        var constant = new Line.Constant(Double.parseDouble(tokens.next()));
        yield _ -> constant;
      }
      case TEXT -> new Expression.Text(tokens.next());
      case NAME -> named(tokens.next());
      case SIGN, END -> throw tokens.wrong();
    };
  }

  private Expression named(String name) {
    if (tokens.take("(")) {
      return Functions.call(name.toUpperCase(Locale.ROOT), arguments(")"));
    }
    return Character.isLowerCase(name.charAt(0))
        ? scope -> scope.byId(name)
        : new Expression.Word(name);
  }

  private List<Expression> arguments(String end) {
    var arguments = new ArrayList<Expression>();
    if (tokens.take(end)) {
      return arguments;
    }
    do {
      arguments.add(either());
    } while (tokens.take(","));
    tokens.expect(end);
    return arguments;
  }
}
