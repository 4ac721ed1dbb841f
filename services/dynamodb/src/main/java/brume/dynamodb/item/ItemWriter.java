package brume.dynamodb.item;

import brume.base.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// Writes an item in its stored form: a version, the count of attributes, then each name and value,
/// every length before what it measures.
///
/// A length or count is seven bits to a byte, the lowest first; the top bit says that more follow.
public final class ItemWriter {
  static final int VERSION = 1;
  static final int STRING = 0;
  static final int INTEGER = 1;
  static final int NUMBER = 2;
  static final int BINARY = 3;
  static final int TRUE = 4;
  static final int FALSE = 5;
  static final int NULL = 6;
  static final int LIST = 7;
  static final int MAP = 8;
  static final int STRING_SET = 9;
  static final int NUMBER_SET = 10;
  static final int BINARY_SET = 11;

  /// Integers of up to this many characters fit into a long.
  private static final int LONG_CHARS = 18;

  private byte[] out = new byte[256];
  private int length;

  private ItemWriter() {}

  public static byte[] write(Item item) {
    var writer = new ItemWriter();
    writer.put(VERSION);
    writer.entries(item.attributes());
    return Arrays.copyOf(writer.out, writer.length);
  }

  private void entries(Map<String, Value> entries) {
    count(entries.size());
    for (var entry : entries.entrySet()) {
      text(entry.getKey());
      value(entry.getValue());
    }
  }

  private void value(Value value) {
    switch (value) {
      case Value.S(var text) -> {
        put(STRING);
        text(text);
      }
      case Value.N(var digits) -> number(digits);
      case Value.B(var bytes) -> {
        put(BINARY);
        blob(bytes);
      }
      case Value.Bool(var is) -> put(is ? TRUE : FALSE);
      case Value.Null _ -> put(NULL);
      case Value.L(var items) -> {
        put(LIST);
        count(items.size());
        items.forEach(this::value);
      }
      case Value.M(var map) -> {
        put(MAP);
        entries(map);
      }
      case Value.SS(var texts) -> {
        put(STRING_SET);
        count(texts.size());
        texts.forEach(this::text);
      }
      case Value.NS(var numbers) -> {
        put(NUMBER_SET);
        count(numbers.size());
        numbers.forEach(this::text);
      }
      case Value.BS(var blobs) -> {
        put(BINARY_SET);
        count(blobs.size());
        blobs.forEach(this::blob);
      }
    }
  }

  private void number(String digits) {
    if (digits.length() <= LONG_CHARS && digits.indexOf('.') < 0) {
      long number = Long.parseLong(digits);
      put(INTEGER);
      // Zigzag: small negative numbers stay short.
      count((number << 1) ^ (number >> 63));
    } else {
      put(NUMBER);
      text(digits);
    }
  }

  private void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void blob(Bytes blob) {
    bytes(blob.shared());
  }

  private void bytes(byte[] bytes) {
    count(bytes.length);
    reserve(bytes.length);
    System.arraycopy(bytes, 0, out, length, bytes.length);
    length += bytes.length;
  }

  private void count(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      put((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    put((int) rest);
  }

  private void put(int b) {
    reserve(1);
    out[length++] = (byte) b;
  }

  private void reserve(int more) {
    if (length + more > out.length) {
      out = Arrays.copyOf(out, Math.max(out.length * 2, length + more));
    }
  }
}
