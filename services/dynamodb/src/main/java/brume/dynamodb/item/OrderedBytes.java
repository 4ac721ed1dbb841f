package brume.dynamodb.item;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/// Bytes of key values that sort, unsigned, as the values do.
///
/// Text is its UTF-8 and binary is itself. A number is its sign, its exponent in one byte, and its
/// digits two by two; all of a negative number is inverted, and closed by a byte above any pair, so
/// that of two numbers with the same beginning the longer one is the smaller.
public final class OrderedBytes {
  private static final int NEGATIVE = 0x40;
  private static final int ZERO = 0x80;
  private static final int POSITIVE = 0xC0;
  private static final int INVERTED_END = 0xFF;

  private OrderedBytes() {}

  /// Throws [IllegalArgumentException] when values of the type have no order.
  public static byte[] of(Value value) {
    return switch (value) {
      case Value.S(var text) -> text.getBytes(StandardCharsets.UTF_8);
      case Value.B(var bytes) -> bytes.shared();
      case Value.N(var digits) -> ofNumber(new BigDecimal(digits).stripTrailingZeros());
      default -> throw new IllegalArgumentException("No order among " + value.type());
    };
  }

  private static byte[] ofNumber(BigDecimal number) {
    if (number.signum() == 0) {
      return new byte[] {(byte) ZERO};
    }
    boolean negative = number.signum() < 0;
    int mask = negative ? 0xFF : 0;
    var out = new ByteArrayOutputStream(22);
    out.write(negative ? NEGATIVE : POSITIVE);
    out.write((Numbers.exponent(number) - Numbers.MIN_EXPONENT) ^ mask);
    var digits = number.unscaledValue().abs().toString();
    for (int i = 0; i < digits.length(); i += 2) {
      int low = i + 1 < digits.length() ? digits.charAt(i + 1) - '0' : 0;
      out.write(((digits.charAt(i) - '0') * 10 + low + 1) ^ mask);
    }
    if (negative) {
      out.write(INVERTED_END);
    }
    return out.toByteArray();
  }
}
