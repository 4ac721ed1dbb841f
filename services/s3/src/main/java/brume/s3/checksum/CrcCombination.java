package brume.s3.checksum;

/// Computes the CRC of two texts, one behind the other, from the CRC of each.
///
/// Appending n bytes multiplies a CRC by `x^(8n)` modulo the polynomial; the start and end values
/// cancel out where they are equal, as in all CRCs here.
///
/// @param polynomial reflected, without its highest power
/// @param width in bits
record CrcCombination(long polynomial, int width) {
  long combine(long first, long second, long secondLength) {
    return multiply(shift(secondLength), first) ^ second;
  }

  /// `x^(8 * bytes)`.
  private long shift(long bytes) {
    long result = one();
    long power = one() >>> Byte.SIZE;
    for (long left = bytes; left > 0; left >>= 1) {
      if ((left & 1) != 0) {
        result = multiply(power, result);
      }
      power = multiply(power, power);
    }
    return result;
  }

  /// Modulo the polynomial. In reflected form the highest bit is the lowest power.
  private long multiply(long a, long b) {
    long product = 0;
    long shifted = b;
    for (long bit = one(); bit != 0; bit >>>= 1) {
      if ((a & bit) != 0) {
        product ^= shifted;
      }
      shifted = (shifted & 1) == 0 ? shifted >>> 1 : (shifted >>> 1) ^ polynomial;
    }
    return product;
  }

  private long one() {
    return 1L << (width - 1);
  }
}
