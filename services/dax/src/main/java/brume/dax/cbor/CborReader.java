package brume.dax.cbor;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads items from memory, one after the other. What is not as it is expected throws
/// [MalformedException].
public final class CborReader {
  private final byte[] bytes;
  private final int start;
  private final int end;
  private int at;

  public CborReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  CborReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.start = from;
    this.at = from;
    this.end = to;
  }

  /// The items of a collection, whose number may not be known before its end.
  public final class Items {
    private long left;

    private Items(long count) {
      left = count;
    }

    /// Whether there is another; to be asked before each.
    public boolean next() {
      if (left < 0) {
        if ((peek() & 0xFF) != Major.BREAK) {
          return true;
        }
        at++;
        left = 0;
        return false;
      }
      return left-- > 0;
    }
  }

  public boolean hasMore() {
    return at < end;
  }

  /// Whether the next item is null, which is then behind.
  public boolean readNull() {
    if ((peek() & 0xFF) == Major.NULL) {
      at++;
      return true;
    }
    return false;
  }

  public Items readArray() {
    return items(Major.ARRAY);
  }

  public Items readMap() {
    return items(Major.MAP);
  }

  private Items items(int major) {
    int initial = initial(major);
    if (Major.additional(initial) == Major.INDEFINITE) {
      return new Items(-1);
    }
    long count = argument(initial);
    if (count < 0 || count > end - at) {
      throw new MalformedException("A collection is longer than its request");
    }
    return new Items(count);
  }

  public String readText() {
    int initial = initial(Major.TEXT);
    if (Major.additional(initial) == Major.INDEFINITE) {
      var text = new StringBuilder();
      while ((peek() & 0xFF) != Major.BREAK) {
        text.append(readText());
      }
      at++;
      return text.toString();
    }
    int length = length(argument(initial));
    var text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  public byte[] readBytes() {
    int initial = initial(Major.BYTES);
    if (Major.additional(initial) == Major.INDEFINITE) {
      var whole = new java.io.ByteArrayOutputStream();
      while ((peek() & 0xFF) != Major.BREAK) {
        whole.writeBytes(readBytes());
      }
      at++;
      return whole.toByteArray();
    }
    int length = length(argument(initial));
    var copy = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return copy;
  }

  /// All bytes that it was made of.
  public byte[] whole() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  /// All bytes behind what was read.
  public byte[] readRest() {
    var rest = Arrays.copyOfRange(bytes, at, end);
    at = end;
    return rest;
  }

  public long readLong() {
    int initial = next();
    long argument = argument(initial);
    if (argument < 0) {
      throw new MalformedException("An integer is too large");
    }
    return switch (Major.of(initial)) {
      case Major.UNSIGNED -> argument;
      case Major.NEGATIVE -> ~argument;
      default -> throw new MalformedException("Not an integer");
    };
  }

  public int readInt() {
    long value = readLong();
    if (value != (int) value) {
      throw new MalformedException("An integer is too large");
    }
    return (int) value;
  }

  /// Of true and false, or of 1 and 0.
  public boolean readBoolean() {
    return switch (peek() & 0xFF) {
      case Major.TRUE -> {
        at++;
        yield true;
      }
      case Major.FALSE -> {
        at++;
        yield false;
      }
      default -> readLong() != 0;
    };
  }

  public int readTag() {
    long tag = argument(initial(Major.TAG));
    return tag < 0 || tag > Integer.MAX_VALUE ? -1 : (int) tag;
  }

  /// An integer, a bignum, a decimal or a float.
  public BigDecimal readNumber() {
    return NumberReader.read(this);
  }

  /// What the next item is.
  public Type type() {
    int initial = peek() & 0xFF;
    return switch (Major.of(initial)) {
      case Major.UNSIGNED, Major.NEGATIVE -> Type.NUMBER;
      case Major.BYTES -> Type.BYTES;
      case Major.TEXT -> Type.TEXT;
      case Major.ARRAY -> Type.ARRAY;
      case Major.MAP -> Type.MAP;
      case Major.TAG -> ofTag();
      default ->
          switch (initial) {
            case Major.TRUE, Major.FALSE -> Type.BOOLEAN;
            case Major.NULL -> Type.NULL;
            case Major.FLOAT_16, Major.FLOAT_32, Major.FLOAT_64 -> Type.NUMBER;
            default -> throw new MalformedException("Not a value: " + initial);
          };
    };
  }

  private Type ofTag() {
    int before = at;
    int tag = readTag();
    at = before;
    return tag >= Major.TAG_BIGNUM && tag <= Major.TAG_DECIMAL ? Type.NUMBER : Type.TAGGED;
  }

  /// The kinds of items.
  public enum Type {
    NULL,
    BOOLEAN,
    NUMBER,
    TEXT,
    BYTES,
    ARRAY,
    MAP,
    TAGGED
  }

  private int initial(int major) {
    int initial = next();
    if (Major.of(initial) != major) {
      throw new MalformedException("An item is not of the type that is expected there");
    }
    return initial;
  }

  long argument(int initial) {
    int additional = Major.additional(initial);
    if (additional < Major.ONE_BYTE) {
      return additional;
    }
    if (additional > Major.EIGHT_BYTES) {
      throw new MalformedException("Not an initial byte: " + initial);
    }
    long value = 0;
    for (int left = 1 << (additional - Major.ONE_BYTE); left > 0; left--) {
      value = (value << 8) | next();
    }
    return value;
  }

  private int length(long argument) {
    if (argument < 0 || argument > end - at) {
      throw new MalformedException("A text is longer than its request");
    }
    return (int) argument;
  }

  private byte peek() {
    if (at >= end) {
      throw new MalformedException("An item is missing");
    }
    return bytes[at];
  }

  int next() {
    int initial = peek() & 0xFF;
    at++;
    return initial;
  }
}
