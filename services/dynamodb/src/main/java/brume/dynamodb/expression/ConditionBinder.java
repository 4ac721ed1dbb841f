package brume.dynamodb.expression;

import brume.dynamodb.item.Value;
import brume.dynamodb.item.ValueType;
import java.util.List;

/// Binds conditions, one simple condition after the other.
final class ConditionBinder extends Binder {
  static final int MAX_CANDIDATES = 100;

  private static final ValueType[] ORDERED = {ValueType.S, ValueType.N, ValueType.B};

  ConditionBinder(ExpressionKind kind, Placeholders placeholders) {
    super(kind, placeholders);
  }

  Condition bind(Condition condition) {
    return switch (condition) {
      case Condition.And(var parts) -> new Condition.And(bind(parts));
      case Condition.Or(var parts) -> new Condition.Or(bind(parts));
      case Condition.Not(var part) -> new Condition.Not(bind(part));
      case Condition.Comparison comparison -> bind(comparison);
      case Condition.Between between -> bind(between);
      case Condition.In in -> bind(in);
      case Condition.Test(var function, var arguments) ->
          new Condition.Test(function, arguments(function, arguments));
    };
  }

  private List<Condition> bind(List<Condition> parts) {
    return parts.stream().map(this::bind).toList();
  }

  private Condition bind(Condition.Comparison unbound) {
    var comparator = unbound.comparator();
    var left = operand(unbound.left());
    var right = operand(unbound.right());
    checkDistinct(comparator.sign(), left, List.of(right));
    if (comparator.isOrdering()) {
      checkType(comparator.sign(), left, ORDERED);
      checkType(comparator.sign(), right, ORDERED);
    }
    return new Condition.Comparison(comparator, left, right);
  }

  private Condition bind(Condition.Between unbound) {
    var operand = operand(unbound.operand());
    var low = operand(unbound.low());
    var high = operand(unbound.high());
    checkDistinct("BETWEEN", operand, List.of(low, high));
    for (var each : List.of(operand, low, high)) {
      checkType("BETWEEN", each, ORDERED);
    }
    if (low instanceof Operand.Literal(var lowest)
        && high instanceof Operand.Literal(var highest)) {
      checkBounds(lowest, highest);
    }
    return new Condition.Between(operand, low, high);
  }

  private void checkBounds(Value low, Value high) {
    var bounds = "lower bound operand: " + printed(low) + ", upper bound operand: " + printed(high);
    if (low.type() != high.type()) {
      throw kind.invalid(
          "The BETWEEN operator requires same data type for lower and upper bounds; " + bounds);
    }
    if (Comparator.order(low, high) > 0) {
      throw kind.invalid(
          "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
              + bounds);
    }
  }

  private static String printed(Value value) {
    return switch (value) {
      case Value.S(var text) -> "AttributeValue: {S:" + text + "}";
      case Value.N(var digits) -> "AttributeValue: {N:" + digits + "}";
      case Value.B(var bytes) ->
          "AttributeValue: {B:java.nio.HeapByteBuffer[pos=0 lim=%1$d cap=%1$d]}"
              .formatted(bytes.length());
      default -> "AttributeValue: {" + value.type() + "}";
    };
  }

  private Condition bind(Condition.In unbound) {
    var operand = operand(unbound.operand());
    var candidates = operands(unbound.candidates());
    if (candidates.size() > MAX_CANDIDATES) {
      throw kind.invalid(
          "The IN operator is provided with too many operands; number of operands: "
              + candidates.size());
    }
    checkDistinct("IN", operand, candidates);
    return new Condition.In(operand, candidates);
  }
}
