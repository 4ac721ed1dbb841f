package brume.dynamodb.expression;

import brume.dynamodb.item.Value;
import java.util.List;

/// Something in an expression that has a value.
public sealed interface Operand extends Node {
  /// The value at a path of the item.
  record Ref(Path path) implements Operand {}

  /// A value such as `:x` that the request defines; none are left once bound.
  record Placeholder(String name) implements Operand {}

  record Literal(Value value) implements Operand {}

  record Call(Function function, List<Operand> arguments) implements Operand {}

  /// `left + right` or `left - right`, in updates.
  record Arithmetic(boolean isSum, Operand left, Operand right) implements Operand {}
}
