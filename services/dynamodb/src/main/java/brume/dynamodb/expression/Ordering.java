package brume.dynamodb.expression;

import brume.dynamodb.item.Numbers;
import brume.dynamodb.item.OrderedBytes;
import brume.dynamodb.item.Value;
import java.util.Arrays;

/// The order of two values of one ordered type: numbers by size, text and binary byte by byte.
final class Ordering {
  private Ordering() {}

  static int compare(Value left, Value right) {
    return left instanceof Value.N(var a) && right instanceof Value.N(var b)
        ? Numbers.compare(a, b)
        : Arrays.compareUnsigned(OrderedBytes.of(left), OrderedBytes.of(right));
  }
}
