package brume.dax.form;

import brume.dax.cbor.MalformedException;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Numbers as bytes whose order is that of the numbers: how DAX writes range keys.
///
/// A header tells sign and magnitude: the power of ten above the first digit. The digits follow
/// three by three, each group in ten bits, and a last group tells how many zeros filled up the
/// group before. Of negative numbers everything is complemented.
final class LexDecimal {
  private static final int ZERO = 0x80;
  private static final int OTHER_ZERO = 0x7F;

  /// Magnitudes from here to before its opposite fit into the first byte.
  private static final int SHORT = 62;

  private static final int POSITIVE_BASE = 0xC0;
  private static final int NEGATIVE_BASE = 0x3F;
  private static final int POSITIVE_SMALL = 0x81;
  private static final int POSITIVE_LARGE = 0xFE;
  private static final int NEGATIVE_SMALL = 0x7E;
  private static final int NEGATIVE_LARGE = 0x01;

  private static final int GROUP_BITS = 10;
  private static final int GROUP_MAX = 1023;
  private static final int FIRST_GROUP = 12;
  private static final int DIGITS = 3;
  private static final int HIGHEST = 999;

  /// Numbers of DynamoDB have 38 digits; texts that are refused later may have more.
  private static final int MAX_DIGITS = 400;

  private static final int MAX_MAGNITUDE = 1_000;

  private LexDecimal() {}

  static byte[] write(BigDecimal number) {
    if (number.signum() == 0) {
      return new byte[] {(byte) ZERO};
    }
    boolean negative = number.signum() < 0;
    var digits = new StringBuilder(number.unscaledValue().abs().toString());
    int precision = digits.length();
    var out = new ByteArrayOutputStream();
    header(out, negative, precision - number.scale());
    int padding = (DIGITS - precision % DIGITS) % DIGITS;
    digits.repeat('0', padding);
    var bits = new Bits(out);
    for (int i = 0; i < digits.length(); i += DIGITS) {
      int group = Integer.parseInt(digits, i, i + DIGITS, 10);
      bits.write(FIRST_GROUP + (negative ? HIGHEST - group : group));
    }
    int terminator = DIGITS - 1 - padding;
    bits.write(negative ? GROUP_MAX - terminator : terminator);
    bits.flush();
    return out.toByteArray();
  }

  private static void header(ByteArrayOutputStream out, boolean negative, int magnitude) {
    if (magnitude >= -SHORT && magnitude < SHORT) {
      out.write(negative ? NEGATIVE_BASE - magnitude : POSITIVE_BASE + magnitude);
      return;
    }
    if (negative) {
      out.write(magnitude < 0 ? NEGATIVE_SMALL : NEGATIVE_LARGE);
    } else {
      out.write(magnitude < 0 ? POSITIVE_SMALL : POSITIVE_LARGE);
    }
    int ordered = magnitude ^ (negative ? Integer.MAX_VALUE : Integer.MIN_VALUE);
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out.write(ordered >>> shift);
    }
  }

  static BigDecimal read(byte[] bytes) {
    if (bytes.length == 0) {
      throw malformed();
    }
    int first = bytes[0] & 0xFF;
    if (first == ZERO || first == OTHER_ZERO) {
      return BigDecimal.ZERO;
    }
    boolean negative = first < ZERO;
    boolean extended =
        first == POSITIVE_SMALL
            || first == POSITIVE_LARGE
            || first == NEGATIVE_SMALL
            || first == NEGATIVE_LARGE;
    if (first == 0 || first == 0xFF || (extended && bytes.length <= Integer.BYTES)) {
      throw malformed();
    }
    int magnitude =
        extended
            ? extended(bytes, negative)
            : negative ? NEGATIVE_BASE - first : first - POSITIVE_BASE;
    var digits = digits(bytes, extended ? 1 + Integer.BYTES : 1, negative);
    if (digits.isEmpty() || Math.abs((long) magnitude) > MAX_MAGNITUDE) {
      throw malformed();
    }
    var unscaled = new BigInteger(digits);
    return new BigDecimal(negative ? unscaled.negate() : unscaled, digits.length() - magnitude);
  }

  private static int extended(byte[] bytes, boolean negative) {
    int ordered = 0;
    for (int i = 1; i <= Integer.BYTES; i++) {
      ordered = (ordered << Byte.SIZE) | (bytes[i] & 0xFF);
    }
    return ordered ^ (negative ? Integer.MAX_VALUE : Integer.MIN_VALUE);
  }

  private static String digits(byte[] bytes, int from, boolean negative) {
    var digits = new StringBuilder();
    int held = 0;
    int count = 0;
    for (int i = from; i < bytes.length; i++) {
      held = (held << Byte.SIZE) | (bytes[i] & 0xFF);
      count += Byte.SIZE;
      if (count < GROUP_BITS) {
        continue;
      }
      count -= GROUP_BITS;
      int code = (held >>> count) & GROUP_MAX;
      held &= (1 << count) - 1;
      int plain = negative && code > HIGHEST + FIRST_GROUP ? GROUP_MAX - code : code;
      if (plain < DIGITS) {
        int padding = DIGITS - 1 - plain;
        return digits.substring(0, Math.max(0, digits.length() - padding));
      }
      int group = plain - FIRST_GROUP;
      if (group < 0 || group > HIGHEST || digits.length() > MAX_DIGITS) {
        throw malformed();
      }
      int value = negative ? HIGHEST - group : group;
      digits.append((char) ('0' + value / 100));
      digits.append((char) ('0' + value / 10 % 10));
      digits.append((char) ('0' + value % 10));
    }
    throw malformed();
  }

  private static MalformedException malformed() {
    return new MalformedException("Not the number of a range key");
  }

  /// Groups of ten bits as bytes.
  private static final class Bits {
    private final ByteArrayOutputStream out;
    private int held;
    private int count;

    Bits(ByteArrayOutputStream out) {
      this.out = out;
    }

    void write(int group) {
      held = (held << GROUP_BITS) | group;
      count += GROUP_BITS;
      while (count >= Byte.SIZE) {
        count -= Byte.SIZE;
        out.write(held >>> count);
        held &= (1 << count) - 1;
      }
    }

    void flush() {
      if (count > 0) {
        out.write(held << (Byte.SIZE - count));
      }
    }
  }
}
