package brume.dax.cbor;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Reads numbers in all the forms in which clients write them.
final class NumberReader {
  /// Powers of ten of decimals: numbers that DynamoDB takes need no more.
  private static final int MAX_EXPONENT = 1_000;

  /// Of bignums, in bytes: numbers of DynamoDB have at most 126 digits before the point.
  private static final int MAX_BIGNUM_BYTES = 64;

  private NumberReader() {}

  static BigDecimal read(CborReader reader) {
    int initial = reader.next();
    return switch (Major.of(initial)) {
      case Major.UNSIGNED -> new BigDecimal(unsigned(reader, initial));
      case Major.NEGATIVE -> new BigDecimal(unsigned(reader, initial).not());
      case Major.TAG -> tagged(reader, reader.argument(initial));
      case Major.SIMPLE -> ofFloat(reader, initial);
      default -> throw notANumber();
    };
  }

  private static BigInteger unsigned(CborReader reader, int initial) {
    long argument = reader.argument(initial);
    return argument >= 0
        ? BigInteger.valueOf(argument)
        : new BigInteger(Long.toUnsignedString(argument));
  }

  private static BigDecimal tagged(CborReader reader, long tag) {
    if (tag == Major.TAG_DECIMAL) {
      return decimal(reader);
    }
    return new BigDecimal(integer(reader, tag));
  }

  private static BigDecimal decimal(CborReader reader) {
    var parts = reader.readArray();
    long exponent = parts.next() ? reader.readLong() : Long.MAX_VALUE;
    if (exponent < -MAX_EXPONENT || exponent > MAX_EXPONENT || !parts.next()) {
      throw notANumber();
    }
    int initial = reader.next();
    var mantissa =
        switch (Major.of(initial)) {
          case Major.UNSIGNED -> unsigned(reader, initial);
          case Major.NEGATIVE -> unsigned(reader, initial).not();
          case Major.TAG -> integer(reader, reader.argument(initial));
          default -> throw notANumber();
        };
    if (parts.next()) {
      throw notANumber();
    }
    return new BigDecimal(mantissa, (int) -exponent);
  }

  private static BigInteger integer(CborReader reader, long tag) {
    if (tag != Major.TAG_BIGNUM && tag != Major.TAG_NEGATIVE_BIGNUM) {
      throw notANumber();
    }
    var magnitude = reader.readBytes();
    if (magnitude.length > MAX_BIGNUM_BYTES) {
      throw new MalformedException("A number has too many digits");
    }
    var value = new BigInteger(1, magnitude);
    return tag == Major.TAG_BIGNUM ? value : value.not();
  }

  private static BigDecimal ofFloat(CborReader reader, int initial) {
    double value =
        switch (initial) {
          case Major.FLOAT_16 -> Float.float16ToFloat((short) reader.argument(initial));
          case Major.FLOAT_32 -> Float.intBitsToFloat((int) reader.argument(initial));
          case Major.FLOAT_64 -> Double.longBitsToDouble(reader.argument(initial));
          default -> throw notANumber();
        };
    if (!Double.isFinite(value)) {
      throw notANumber();
    }
    return new BigDecimal(Double.toString(value));
  }

  private static MalformedException notANumber() {
    return new MalformedException("Not a number");
  }
}
