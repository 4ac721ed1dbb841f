package brume.dynamodb.expression;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The attributes that a bound condition reads.
public final class Attributes {
  private final Set<String> names = new HashSet<>();

  private Attributes() {}

  public static Set<String> of(Condition condition) {
    var attributes = new Attributes();
    attributes.add(condition);
    return attributes.names;
  }

  private void add(Condition condition) {
    switch (condition) {
      case Condition.And(var parts) -> parts.forEach(this::add);
      case Condition.Or(var parts) -> parts.forEach(this::add);
      case Condition.Not(var part) -> add(part);
      case Condition.Comparison(_, var left, var right) -> addAll(List.of(left, right));
      case Condition.Between(var operand, var low, var high) -> addAll(List.of(operand, low, high));
      case Condition.In(var operand, var candidates) -> {
        addAll(List.of(operand));
        addAll(candidates);
      }
      case Condition.Test(_, var arguments) -> addAll(arguments);
    }
  }

  private void addAll(List<Operand> operands) {
    for (var operand : operands) {
      switch (operand) {
        case Operand.Ref(var path) -> names.add(path.attribute());
        case Operand.Call(_, var arguments) -> addAll(arguments);
        case Operand.Arithmetic(_, var left, var right) -> addAll(List.of(left, right));
        case Operand.Literal _, Operand.Placeholder _ -> {}
      }
    }
  }
}
