package brume.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adds values and functions to the grammar of paths, for conditions and updates.
abstract class OperandGrammar extends Grammar {
  OperandGrammar(ExpressionKind kind, String text) {
    super(kind, text);
  }

  /// An operand as the arguments of functions may have it.
  abstract Operand operand();

  final boolean isCall() {
    return peek().kind() == Token.Kind.WORD && !isKeyword(peek()) && peekSecond().isSign("(");
  }

  /// The name of the function that is called here; null, and a fault, for one that does not exist.
  final @Nullable Function functionName() {
    countOperator();
    var name = take().text();
    var function = Function.named(name);
    if (function == null) {
      fault("Invalid function name; function: " + name);
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

  /// A value's placeholder or a path.
  final Operand simple() {
    if (peek().kind() == Token.Kind.VALUE_PLACEHOLDER) {
      return new Operand.Placeholder(take().text());
    }
    return new Operand.Ref(path());
  }

  static String wrongArity(Function function, int count) {
    return "Incorrect number of operands for operator or function; operator or function: "
        + function.spelling()
        + ", number of operands: "
        + count;
  }
}
