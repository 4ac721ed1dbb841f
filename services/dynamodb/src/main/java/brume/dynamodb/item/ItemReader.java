package brume.dynamodb.item;

import brume.base.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Reads what [ItemWriter] wrote.
public final class ItemReader {
  private final byte[] in;
  private int position;

  private ItemReader(byte[] in) {
    this.in = in;
  }

  /// Throws [IllegalStateException] when the bytes are not an item of a version known here.
  public static Item read(byte[] bytes) {
    var reader = new ItemReader(bytes);
    int version = reader.in[reader.position++];
    if (version != ItemWriter.VERSION) {
      throw new IllegalStateException("A stored item has the unknown version " + version);
    }
    return new Item(reader.entries());
  }

  private Map<String, Value> entries() {
    int count = length();
    var entries = LinkedHashMap.<String, Value>newLinkedHashMap(count);
    for (int i = 0; i < count; i++) {
      var name = text();
      entries.put(name, value());
    }
    return entries;
  }

  private Value value() {
    int tag = in[position++];
    return switch (tag) {
      case ItemWriter.STRING -> new Value.S(text());
      case ItemWriter.INTEGER -> Value.N.of(integer());
      case ItemWriter.NUMBER -> new Value.N(text());
      case ItemWriter.BINARY -> new Value.B(blob());
      case ItemWriter.TRUE -> Value.TRUE;
      case ItemWriter.FALSE -> Value.FALSE;
      case ItemWriter.NULL -> Value.NULL;
      case ItemWriter.LIST -> list();
      case ItemWriter.MAP -> new Value.M(entries());
      case ItemWriter.STRING_SET -> new Value.SS(set(this::text));
      case ItemWriter.NUMBER_SET -> new Value.NS(set(this::text));
      case ItemWriter.BINARY_SET -> new Value.BS(set(this::blob));
      default -> throw new IllegalStateException("A stored item has the unknown tag " + tag);
    };
  }

  private Value list() {
    int count = length();
    var items = new ArrayList<Value>(count);
    for (int i = 0; i < count; i++) {
      items.add(value());
    }
    return new Value.L(items);
  }

  private <T> Set<T> set(Supplier<T> member) {
    int count = length();
    var members = LinkedHashSet.<T>newLinkedHashSet(count);
    for (int i = 0; i < count; i++) {
      members.add(member.get());
    }
    return members;
  }

  private long integer() {
    long zigzag = count();
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  private String text() {
    int length = length();
    var text = new String(in, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  private Bytes blob() {
    int length = length();
    var blob = Bytes.wrap(Arrays.copyOfRange(in, position, position + length));
    position += length;
    return blob;
  }

  private int length() {
    return (int) count();
  }

  private long count() {
    long value = 0;
    int shift = 0;
    while (true) {
      byte b = in[position++];
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
      shift += 7;
    }
  }
}
