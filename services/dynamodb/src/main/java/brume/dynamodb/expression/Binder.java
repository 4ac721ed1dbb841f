package brume.dynamodb.expression;

import brume.dynamodb.item.Value;
import brume.dynamodb.item.ValueType;
import brume.shape.ServiceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts names and values in place of placeholders, and checks what they make of operands.
class Binder {
  private static final String TYPES = "{B,NULL,SS,BOOL,L,BS,N,NS,S,M}";

  final ExpressionKind kind;
  private final Placeholders placeholders;

  Binder(ExpressionKind kind, Placeholders placeholders) {
    this.kind = kind;
    this.placeholders = placeholders;
  }

  final Path path(Path path) {
    if (path.steps().stream().noneMatch(Path.Step.Placeholder.class::isInstance)) {
      return path;
    }
    return new Path(path.steps().stream().map(this::step).toList());
  }

  private Path.Step step(Path.Step step) {
    return step instanceof Path.Step.Placeholder(var name)
        ? new Path.Step.Name(placeholders.name(kind, name))
        : step;
  }

  final Operand operand(Operand operand) {
    return switch (operand) {
      case Operand.Ref(var path) -> new Operand.Ref(path(path));
      case Operand.Placeholder(var name) -> new Operand.Literal(placeholders.value(kind, name));
      case Operand.Literal _ -> operand;
      case Operand.Call(var function, var arguments) ->
          new Operand.Call(function, arguments(function, arguments));
      case Operand.Arithmetic(var isSum, var left, var right) -> {
        var bound = new Operand.Arithmetic(isSum, operand(left), operand(right));
        checkType(isSum ? "+" : "-", bound.left(), ValueType.N);
        checkType(isSum ? "+" : "-", bound.right(), ValueType.N);
        yield bound;
      }
    };
  }

  final List<Operand> operands(List<Operand> operands) {
    return operands.stream().map(this::operand).toList();
  }

  final List<Operand> arguments(Function function, List<Operand> unbound) {
    if (unbound.size() != function.arity()) {
      throw kind.invalid(OperandGrammar.wrongArity(function, unbound.size()));
    }
    var arguments = operands(unbound);
    var first = arguments.getFirst();
    if (function.needsPath() && !(first instanceof Operand.Ref)) {
      throw kind.invalid(
          "Operator or function requires a document path; operator or function: "
              + function.spelling());
    }
    if (function != Function.LIST_APPEND) {
      checkDistinct(function.spelling(), first, arguments.subList(1, arguments.size()));
    }
    checkTypes(function, arguments);
    return arguments;
  }

  private void checkTypes(Function function, List<Operand> arguments) {
    var name = function.spelling();
    switch (function) {
      case BEGINS_WITH -> {
        checkType(name, arguments.get(0), ValueType.S, ValueType.B);
        checkType(name, arguments.get(1), ValueType.S, ValueType.B);
      }
      case LIST_APPEND -> {
        checkType(name, arguments.get(0), ValueType.L);
        checkType(name, arguments.get(1), ValueType.L);
      }
      case SIZE -> {
        var type = type(arguments.getFirst());
        if (type == ValueType.N || type == ValueType.BOOL || type == ValueType.NULL) {
          throw wrongType(name, type.name());
        }
      }
      case ATTRIBUTE_TYPE -> checkTypeName(arguments.get(1));
      case ATTRIBUTE_EXISTS, ATTRIBUTE_NOT_EXISTS, CONTAINS, IF_NOT_EXISTS -> {}
    }
  }

  private void checkTypeName(Operand operand) {
    if (!(operand instanceof Operand.Literal(var value))) {
      throw wrongType(Function.ATTRIBUTE_TYPE.spelling(), TYPES);
    }
    if (!(value instanceof Value.S(var name))) {
      throw wrongType(Function.ATTRIBUTE_TYPE.spelling(), value.type().name());
    }
    for (var type : ValueType.values()) {
      if (type.name().equals(name)) {
        return;
      }
    }
    throw kind.invalid(
        "Invalid attribute type name found; type: " + name + ", valid types: " + TYPES);
  }

  final void checkType(String operator, Operand operand, ValueType... allowed) {
    var type = type(operand);
    if (type != null && !List.of(allowed).contains(type)) {
      throw wrongType(operator, type.name());
    }
  }

  final void checkDistinct(String operator, Operand first, List<Operand> others) {
    if (first instanceof Operand.Ref(var path) && others.contains(first)) {
      throw kind.invalid(
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: "
              + operator
              + ", first operand: "
              + path);
    }
  }

  private ServiceException wrongType(String operator, String type) {
    return kind.invalid(
        "Incorrect operand type for operator or function; operator or function: "
            + operator
            + ", operand type: "
            + type);
  }

  /// The type of an operand where it does not depend on the item.
  private static @Nullable ValueType type(Operand operand) {
    return switch (operand) {
      case Operand.Literal(var value) -> value.type();
      case Operand.Call(var function, _) when function == Function.SIZE -> ValueType.N;
      default -> null;
    };
  }
}
