package brume.dynamodb.expression;

import brume.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The grammar of updates: the sections SET, REMOVE, ADD and DELETE, each once and in any order.
final class UpdateParser extends OperandGrammar {
  private static final Set<String> SECTIONS = Set.of("SET", "REMOVE", "ADD", "DELETE");

  private final List<Update.Action> actions = new ArrayList<>();

  private UpdateParser(String text) {
    super(ExpressionKind.UPDATE, text);
  }

  static Update parse(String text) {
    var parser = new UpdateParser(text);
    parser.sections();
    parser.finish();
    return new Update(List.copyOf(parser.actions));
  }

  @Override
  boolean isKeyword(Token word) {
    return SECTIONS.contains(word.text().toUpperCase(Locale.ROOT));
  }

  private void sections() {
    var seen = new HashSet<String>();
    do {
      if (peek().kind() != Token.Kind.WORD || !isKeyword(peek())) {
        throw syntaxError();
      }
      var section = take().text().toUpperCase(Locale.ROOT);
      do {
        actions.add(action(section));
      } while (takeSign(","));
      if (!seen.add(section)) {
        fault("The \"" + section + "\" section can only be used once in an update expression;");
      }
    } while (peek().kind() != Token.Kind.END);
  }

  private Update.Action action(String section) {
    countOperator();
    var path = path();
    return switch (section) {
      case "SET" -> {
        expectSign("=");
        yield new Update.Action.Set(path, value());
      }
      case "REMOVE" -> new Update.Action.Remove(path);
      case "ADD" -> new Update.Action.Add(path, placeholder());
      default -> new Update.Action.Delete(path, placeholder());
    };
  }

  private Operand placeholder() {
    if (peek().kind() != Token.Kind.VALUE_PLACEHOLDER) {
      throw syntaxError();
    }
    return simple();
  }

  /// An operand, or two of them with a sign between.
  private Operand value() {
    var left = operand();
    if (left instanceof Operand.Arithmetic || (!peek().isSign("+") && !peek().isSign("-"))) {
      return left;
    }
    countOperator();
    boolean isSum = take().isSign("+");
    var right = operand();
    if (right instanceof Operand.Arithmetic) {
      throw syntaxError();
    }
    return new Operand.Arithmetic(isSum, left, right);
  }

  @Override
  Operand operand() {
    if (takeSign("(")) {
      countOperator();
      var inner = value();
      expectSign(")");
      return inner;
    }
    return isCall() ? call() : simple();
  }

  private Operand call() {
    var function = functionName();
    var arguments = arguments();
    if (function == null) {
      return new Operand.Literal(Value.NULL);
    }
    if (function.use() != Function.Use.UPDATE) {
      fault(
          "The function is not allowed in an update expression; function: " + function.spelling());
    }
    return new Operand.Call(function, arguments);
  }
}
