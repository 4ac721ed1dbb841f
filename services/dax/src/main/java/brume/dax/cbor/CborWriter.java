package brume.dax.cbor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes items into memory, one after the other.
public final class CborWriter {
  private static final int INITIAL = 256;

  /// Clients in JavaScript read longer integers as bignums only.
  private static final int SAFE_BITS = 53;

  private byte[] bytes = new byte[INITIAL];
  private int length;

  public int length() {
    return length;
  }

  /// Takes back all that was written behind the first `newLength` bytes.
  public void truncate(int newLength) {
    length = newLength;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /// The array that was written into, of which the first [#length] bytes count.
  public byte[] shared() {
    return bytes;
  }

  /// Bytes as they are: an item that was written before, or none.
  public CborWriter raw(byte[] items) {
    ensure(items.length);
    System.arraycopy(items, 0, bytes, length, items.length);
    length += items.length;
    return this;
  }

  public CborWriter array(int count) {
    return head(Major.ARRAY, count);
  }

  public CborWriter map(int count) {
    return head(Major.MAP, count);
  }

  /// A map that ends with [#end].
  public CborWriter openMap() {
    return initial((Major.MAP << 5) | Major.INDEFINITE);
  }

  public CborWriter end() {
    return initial(Major.BREAK);
  }

  public CborWriter text(String text) {
    var utf8 = text.getBytes(StandardCharsets.UTF_8);
    return head(Major.TEXT, utf8.length).raw(utf8);
  }

  public CborWriter nullableText(@org.jspecify.annotations.Nullable String text) {
    return text == null ? nothing() : text(text);
  }

  public CborWriter bytes(byte[] value) {
    return head(Major.BYTES, value.length).raw(value);
  }

  public CborWriter integer(long value) {
    return value >= 0 ? head(Major.UNSIGNED, value) : head(Major.NEGATIVE, ~value);
  }

  public CborWriter bool(boolean value) {
    return initial(value ? Major.TRUE : Major.FALSE);
  }

  public CborWriter nothing() {
    return initial(Major.NULL);
  }

  public CborWriter tag(int tag) {
    return head(Major.TAG, tag);
  }

  public CborWriter float64(double value) {
    return initial(Major.FLOAT_64).fixed(Double.doubleToLongBits(value), Double.BYTES);
  }

  /// An integer or bignum when there is nothing behind the point, else a decimal.
  public CborWriter number(BigDecimal value) {
    if (value.scale() <= 0) {
      return integer(value.toBigIntegerExact());
    }
    return tag(Major.TAG_DECIMAL).array(2).integer(-value.scale()).integer(value.unscaledValue());
  }

  private CborWriter integer(BigInteger value) {
    if (value.bitLength() <= SAFE_BITS) {
      return integer(value.longValue());
    }
    return value.signum() > 0
        ? tag(Major.TAG_BIGNUM).bytes(magnitude(value))
        : tag(Major.TAG_NEGATIVE_BIGNUM).bytes(magnitude(value.not()));
  }

  private static byte[] magnitude(BigInteger value) {
    var magnitude = value.toByteArray();
    return magnitude[0] == 0 ? Arrays.copyOfRange(magnitude, 1, magnitude.length) : magnitude;
  }

  private CborWriter head(int major, long argument) {
    int high = major << 5;
    if (argument < Major.ONE_BYTE) {
      return initial(high | (int) argument);
    }
    if (argument < 1 << Byte.SIZE) {
      return initial(high | Major.ONE_BYTE).fixed(argument, Byte.BYTES);
    }
    if (argument < 1 << Short.SIZE) {
      return initial(high | Major.TWO_BYTES).fixed(argument, Short.BYTES);
    }
    if (argument < 1L << Integer.SIZE) {
      return initial(high | Major.FOUR_BYTES).fixed(argument, Integer.BYTES);
    }
    return initial(high | Major.EIGHT_BYTES).fixed(argument, Long.BYTES);
  }

  private CborWriter initial(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
    return this;
  }

  private CborWriter fixed(long value, int count) {
    ensure(count);
    for (int shift = (count - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[length++] = (byte) (value >>> shift);
    }
    return this;
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
