package brume.dynamodb.expression;

import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Numbers;
import brume.dynamodb.item.Value;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The values of an update's operands, all of them computed from the item as it was before.
final class UpdateOperands {
  private final Item item;

  UpdateOperands(Item item) {
    this.item = item;
  }

  Value value(Operand operand) {
    return switch (operand) {
      case Operand.Ref(var path) -> present(path.in(item));
      case Operand.Literal(var value) -> value;
      case Operand.Arithmetic(var isSum, var left, var right) -> {
        if (value(left) instanceof Value.N(var a) && value(right) instanceof Value.N(var b)) {
          yield new Value.N(isSum ? Numbers.sum(a, b) : Numbers.difference(a, b));
        }
        throw wrongType();
      }
      case Operand.Call(var function, var arguments) ->
          call(function, arguments.get(0), arguments.get(1));
      case Operand.Placeholder _ -> throw new IllegalStateException("An operand is not bound");
    };
  }

  private Value call(Function function, Operand first, Operand second) {
    if (function == Function.IF_NOT_EXISTS) {
      var existing = Evaluator.value(first, item);
      return existing == null ? value(second) : existing;
    }
    if (value(first) instanceof Value.L(var head) && value(second) instanceof Value.L(var tail)) {
      var all = new ArrayList<>(head);
      all.addAll(tail);
      return new Value.L(List.copyOf(all));
    }
    throw wrongType();
  }

  /// `ADD`: a sum of numbers or a union of sets. What does not exist counts as zero or empty.
  static Value added(@Nullable Value existing, Value operand) {
    if (existing == null) {
      return operand;
    }
    return switch (existing) {
      case Value.N(var a) when operand instanceof Value.N(var b) -> new Value.N(Numbers.sum(a, b));
      case Value.SS(var a) when operand instanceof Value.SS(var b) -> new Value.SS(union(a, b));
      case Value.NS(var a) when operand instanceof Value.NS(var b) -> new Value.NS(union(a, b));
      case Value.BS(var a) when operand instanceof Value.BS(var b) -> new Value.BS(union(a, b));
      default -> throw wrongType();
    };
  }

  /// `DELETE`: a difference of sets; null when nothing remains.
  static @Nullable Value removed(Value existing, Value operand) {
    return switch (existing) {
      case Value.SS(var a) when operand instanceof Value.SS(var b) -> {
        var rest = difference(a, b);
        yield rest.isEmpty() ? null : new Value.SS(rest);
      }
      case Value.NS(var a) when operand instanceof Value.NS(var b) -> {
        var rest = difference(a, b);
        yield rest.isEmpty() ? null : new Value.NS(rest);
      }
      case Value.BS(var a) when operand instanceof Value.BS(var b) -> {
        var rest = difference(a, b);
        yield rest.isEmpty() ? null : new Value.BS(rest);
      }
      default -> throw wrongType();
    };
  }

  private static <T> Set<T> union(Set<T> a, Set<T> b) {
    var all = new LinkedHashSet<>(a);
    all.addAll(b);
    return all;
  }

  private static <T> Set<T> difference(Set<T> a, Set<T> b) {
    var rest = new LinkedHashSet<>(a);
    rest.removeAll(b);
    return rest;
  }

  private static Value present(@Nullable Value value) {
    if (value == null) {
      throw Invalid.request(
          "The provided expression refers to an attribute that does not exist in the item");
    }
    return value;
  }

  private static ServiceException wrongType() {
    return Invalid.request("An operand in the update expression has an incorrect data type");
  }
}
