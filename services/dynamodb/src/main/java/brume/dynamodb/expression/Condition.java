package brume.dynamodb.expression;

import java.util.List;

/// What an item must satisfy. Evaluated by [Evaluator#holds].
public sealed interface Condition extends Node {
  record And(List<Condition> parts) implements Condition {}

  record Or(List<Condition> parts) implements Condition {}

  record Not(Condition part) implements Condition {}

  record Comparison(Comparator comparator, Operand left, Operand right) implements Condition {}

  record Between(Operand operand, Operand low, Operand high) implements Condition {}

  record In(Operand operand, List<Operand> candidates) implements Condition {}

  record Test(Function function, List<Operand> arguments) implements Condition {}
}
