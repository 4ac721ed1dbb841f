package brume.dax.cbor;

/// The major types of RFC 7049 and what stands beside them in an initial byte.
final class Major {
  static final int UNSIGNED = 0;
  static final int NEGATIVE = 1;
  static final int BYTES = 2;
  static final int TEXT = 3;
  static final int ARRAY = 4;
  static final int MAP = 5;
  static final int TAG = 6;
  static final int SIMPLE = 7;

  /// Arguments from here on follow the initial byte, in 1, 2, 4 and 8 bytes.
  static final int ONE_BYTE = 24;

  static final int TWO_BYTES = 25;
  static final int FOUR_BYTES = 26;
  static final int EIGHT_BYTES = 27;
  static final int INDEFINITE = 31;

  static final int FALSE = 0xF4;
  static final int TRUE = 0xF5;
  static final int NULL = 0xF6;
  static final int FLOAT_16 = 0xF9;
  static final int FLOAT_32 = 0xFA;
  static final int FLOAT_64 = 0xFB;
  static final int BREAK = 0xFF;

  static final int TAG_BIGNUM = 2;
  static final int TAG_NEGATIVE_BIGNUM = 3;
  static final int TAG_DECIMAL = 4;

  private Major() {}

  static int of(int initial) {
    return (initial & 0xFF) >> 5;
  }

  static int additional(int initial) {
    return initial & 0x1F;
  }
}
