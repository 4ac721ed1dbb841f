package brume.dynamodb.expression;

import brume.dynamodb.item.Numbers;
import brume.dynamodb.item.OrderedBytes;
import brume.dynamodb.item.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The signs that compare two operands.
public enum Comparator {
  EQUAL("="),
  NOT_EQUAL("<>"),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">=");

  private final String sign;

  Comparator(String sign) {
    this.sign = sign;
  }

  static @Nullable Comparator of(String sign) {
    return Arrays.stream(values()).filter(c -> c.sign.equals(sign)).findAny().orElse(null);
  }

  String sign() {
    return sign;
  }

  boolean isOrdering() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  /// The comparator that says the same with its operands exchanged.
  Comparator mirrored() {
    return switch (this) {
      case LESS -> GREATER;
      case AT_MOST -> AT_LEAST;
      case GREATER -> LESS;
      case AT_LEAST -> AT_MOST;
      case EQUAL, NOT_EQUAL -> this;
    };
  }

  /// What is absent equals nothing and has no order; values of two types differ and have none.
  public boolean holds(@Nullable Value left, @Nullable Value right) {
    if (left == null || right == null) {
      return this == NOT_EQUAL && (left != null || right != null);
    }
    if (this == EQUAL || this == NOT_EQUAL) {
      return left.equals(right) == (this == EQUAL);
    }
    if (left.type() != right.type() || !left.type().isOrdered()) {
      return false;
    }
    int order = order(left, right);
    return switch (this) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST, EQUAL, NOT_EQUAL -> order >= 0;
    };
  }

  /// The order of two values of one ordered type: numbers by size, text and binary byte by byte.
  static int order(Value left, Value right) {
    return left instanceof Value.N(var a) && right instanceof Value.N(var b)
        ? Numbers.compare(a, b)
        : Arrays.compareUnsigned(OrderedBytes.of(left), OrderedBytes.of(right));
  }
}
