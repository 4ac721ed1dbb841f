package brume.dynamodb.expression;

import brume.base.Bytes;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Evaluates bound conditions and operands against one item.
public final class Evaluator {
  private final Item item;

  private Evaluator(Item item) {
    this.item = item;
  }

  /// Whether `item` satisfies `condition`. An item that does not exist is [Item#EMPTY].
  public static boolean holds(Condition condition, Item item) {
    return new Evaluator(item).holds(condition);
  }

  static @Nullable Value value(Operand operand, Item item) {
    return new Evaluator(item).value(operand);
  }

  private boolean holds(Condition condition) {
    return switch (condition) {
      case Condition.And(var parts) -> parts.stream().allMatch(this::holds);
      case Condition.Or(var parts) -> parts.stream().anyMatch(this::holds);
      case Condition.Not(var part) -> !holds(part);
      case Condition.Comparison(var comparator, var left, var right) ->
          comparator.holds(value(left), value(right));
      case Condition.Between(var operand, var low, var high) -> {
        var value = value(operand);
        yield Comparator.AT_LEAST.holds(value, value(low))
            && Comparator.AT_MOST.holds(value, value(high));
      }
      case Condition.In(var operand, var candidates) -> {
        var value = value(operand);
        yield value != null && candidates.stream().anyMatch(each -> value.equals(value(each)));
      }
      case Condition.Test(var function, var arguments) -> test(function, arguments);
    };
  }

  private boolean test(Function function, List<Operand> arguments) {
    var value = value(arguments.getFirst());
    return switch (function) {
      case ATTRIBUTE_EXISTS -> value != null;
      case ATTRIBUTE_NOT_EXISTS -> value == null;
      case ATTRIBUTE_TYPE ->
          value != null
              && value(arguments.get(1)) instanceof Value.S(var type)
              && value.type().name().equals(type);
      case BEGINS_WITH -> beginsWith(value, value(arguments.get(1)));
      case CONTAINS -> contains(value, value(arguments.get(1)));
      case SIZE, IF_NOT_EXISTS, LIST_APPEND ->
          throw new IllegalStateException(function + " is no condition");
    };
  }

  private @Nullable Value value(Operand operand) {
    return switch (operand) {
      case Operand.Ref(var path) -> path.in(item);
      case Operand.Literal(var value) -> value;
      case Operand.Call(var function, var arguments) when function == Function.SIZE ->
          size(value(arguments.getFirst()));
      case Operand.Call _, Operand.Arithmetic _, Operand.Placeholder _ ->
          throw new IllegalStateException("Not an operand of a bound condition: " + operand);
    };
  }

  private static @Nullable Value size(@Nullable Value value) {
    return switch (value) {
      case Value.S(var text) -> Value.of(text.length());
      case Value.B(var bytes) -> Value.of(bytes.length());
      case Value.SS(var texts) -> Value.of(texts.size());
      case Value.NS(var numbers) -> Value.of(numbers.size());
      case Value.BS(var blobs) -> Value.of(blobs.size());
      case Value.L(var items) -> Value.of(items.size());
      case Value.M(var entries) -> Value.of(entries.size());
      case null, default -> null;
    };
  }

  private static boolean beginsWith(@Nullable Value value, @Nullable Value prefix) {
    return switch (value) {
      case Value.S(var text) -> prefix instanceof Value.S(var start) && text.startsWith(start);
      case Value.B(var bytes) -> prefix instanceof Value.B(var start) && bytes.startsWith(start);
      case null, default -> false;
    };
  }

  private static boolean contains(@Nullable Value value, @Nullable Value part) {
    return switch (value) {
      case Value.S(var text) -> part instanceof Value.S(var piece) && text.contains(piece);
      case Value.B(var bytes) -> part instanceof Value.B(var piece) && contains(bytes, piece);
      case Value.SS(var texts) -> part instanceof Value.S(var text) && texts.contains(text);
      case Value.NS(var numbers) -> part instanceof Value.N(var digits) && numbers.contains(digits);
      case Value.BS(var blobs) -> part instanceof Value.B(var bytes) && blobs.contains(bytes);
      case Value.L(var items) -> part != null && items.contains(part);
      case null, default -> false;
    };
  }

  private static boolean contains(Bytes bytes, Bytes piece) {
    for (int from = 0; from + piece.length() <= bytes.length(); from++) {
      if (bytes.slice(from, from + piece.length()).equals(piece)) {
        return true;
      }
    }
    return false;
  }
}
