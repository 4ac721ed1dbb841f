package brume.cloudwatch.query;

import brume.model.cloudwatch.CloudWatchError;
import brume.service.CommonError;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads metric math: the operators `+ - * / ^`, parentheses, lists, and a few functions.
///
/// Source: Amazon CloudWatch User Guide, "Using math expressions with CloudWatch metrics".
final class ExpressionParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|(?<name>[a-zA-Z_]\\w*)"
              + "|(?<sign>[-+*/^(),\\[\\]]))");

  /// Parentheses and functions inside each other.
  private static final int MAX_DEPTH = 50;

  private final String text;
  private final Matcher matcher;
  private String token = "";
  private boolean isNumber;
  private boolean isName;
  private int depth;

  private ExpressionParser(String text) {
    this.text = text;
    matcher = TOKEN.matcher(text);
  }

  static Expression parse(String text) {
    var parser = new ExpressionParser(text);
    parser.advance();
    var expression = parser.sum();
    if (!parser.token.isEmpty()) {
      throw parser.wrong();
    }
    return expression;
  }

  private void advance() {
    int at = token.isEmpty() ? 0 : matcher.end();
    if (text.substring(at).isBlank()) {
      token = "";
      isNumber = false;
      isName = false;
      return;
    }
    if (!matcher.find(at) || matcher.start() != at) {
      throw wrong();
    }
    token = matcher.group().strip();
    isNumber = matcher.group("number") != null;
    isName = matcher.group("name") != null;
  }

  private boolean take(String sign) {
    if (!token.equals(sign)) {
      return false;
    }
    advance();
    return true;
  }

  private void expect(String sign) {
    if (!take(sign)) {
      throw wrong();
    }
  }

  private Expression sum() {
    var left = product();
    while (true) {
      if (take("+")) {
        left = binary(left, product(), Double::sum);
      } else if (take("-")) {
        left = binary(left, product(), (a, b) -> a - b);
      } else {
        return left;
      }
    }
  }

  private Expression product() {
    var left = power();
    while (true) {
      if (take("*")) {
        left = binary(left, power(), (a, b) -> a * b);
      } else if (take("/")) {
        left = binary(left, power(), (a, b) -> a / b);
      } else {
        return left;
      }
    }
  }

  private Expression power() {
    var base = operand();
    return take("^") ? binary(base, power(), Math::pow) : base;
  }

  private static Expression binary(Expression left, Expression right, DoubleBinaryOperator how) {
    return scope -> left.of(scope).with(right.of(scope), how);
  }

  private Expression operand() {
    if (++depth > MAX_DEPTH) {
      throw wrong();
    }
    var found = nested();
    depth--;
    return found;
  }

  private Expression nested() {
    if (take("-")) {
      var negated = operand();
      return scope -> negated.of(scope).each(value -> -value);
    }
    if (take("(")) {
      var inner = sum();
      expect(")");
      return inner;
    }
    if (take("[")) {
      var items = arguments("]");
      return scope -> new Line.Several(items.stream().map(item -> item.of(scope)).toList());
    }
    var word = token;
    if (isNumber) {
      advance();
      var constant = new Line.Constant(Double.parseDouble(word));
      return _ -> constant;
    }
    if (!isName) {
      throw wrong();
    }
    advance();
    if (take("(")) {
      return function(word.toUpperCase(Locale.ROOT), arguments(")"));
    }
    return scope -> scope.byId().apply(word);
  }

  private List<Expression> arguments(String end) {
    var arguments = new ArrayList<Expression>();
    if (take(end)) {
      return arguments;
    }
    do {
      arguments.add(sum());
    } while (take(","));
    expect(end);
    return arguments;
  }

  private Expression function(String name, List<Expression> arguments) {
    if (name.equals("METRICS") && arguments.isEmpty()) {
      return scope -> new Line.Several(scope.metrics().stream().map(scope.byId()).toList());
    }
    if (arguments.size() != 1) {
      throw lacking(name);
    }
    var argument = arguments.getFirst();
    return switch (name) {
      case "SUM" -> scope -> argument.of(scope).reduced(ExpressionParser::sum);
      case "AVG" -> scope -> argument.of(scope).reduced(all -> sum(all) / all.size());
      case "MIN" -> scope -> argument.of(scope).reduced(java.util.Collections::min);
      case "MAX" -> scope -> argument.of(scope).reduced(java.util.Collections::max);
      case "ABS" -> scope -> argument.of(scope).each(Math::abs);
      case "CEIL" -> scope -> argument.of(scope).each(Math::ceil);
      case "FLOOR" -> scope -> argument.of(scope).each(Math::floor);
      default -> throw lacking(name);
    };
  }

  private static double sum(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static ServiceException lacking(String function) {
    return CommonError.NOT_IMPLEMENTED.because(
        "Brume's CloudWatch does not have " + function + " with these arguments yet");
  }

  private ServiceException wrong() {
    return CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(
        "Error in expression '" + text + "': it is not metric math");
  }
}
