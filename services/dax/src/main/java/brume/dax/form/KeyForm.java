package brume.dax.form;

import brume.base.Bytes;
import brume.dax.cbor.CborReader;
import brume.dax.cbor.CborWriter;
import brume.dax.cbor.MalformedException;
import brume.model.dynamodb.AttributeValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The primary key of a table, and how keys are written: the hash key's value as an item of CBOR
/// and the range key's as ordered bytes behind it; alone, a hash key of text or bytes is written as
/// it is.
///
/// Clients write one number in many ways, so bytes that came are never compared: [#write] spells
/// every key in one way.
///
/// @param range null for a table without range keys
public record KeyForm(Attribute hash, @Nullable Attribute range) {
  /// @param type `S`, `N` or `B`
  public record Attribute(String name, String type) {}

  public List<String> names() {
    return range == null ? List.of(hash.name) : List.of(hash.name, range.name);
  }

  public boolean has(String name) {
    return hash.name.equals(name) || (range != null && range.name.equals(name));
  }

  /// Throws [MalformedException] for bytes that are not a key of this form.
  public Map<String, AttributeValue> read(byte[] key) {
    var values = new LinkedHashMap<String, AttributeValue>();
    if (range == null) {
      values.put(hash.name, lone(key));
      return values;
    }
    var in = new CborReader(key);
    var first = Values.read(in);
    check(first, hash);
    values.put(hash.name, first);
    values.put(range.name, ordered(in.readRest(), range.type));
    return values;
  }

  private AttributeValue lone(byte[] key) {
    if (!hash.type.equals("N")) {
      return ordered(key, hash.type);
    }
    var in = new CborReader(key);
    var number = Values.read(in);
    check(number, hash);
    if (in.hasMore()) {
      throw new MalformedException("A key is longer than its value");
    }
    return number;
  }

  private static void check(AttributeValue value, Attribute attribute) {
    var present =
        switch (attribute.type) {
          case "S" -> value.s();
          case "N" -> value.n();
          default -> value.b();
        };
    if (present == null) {
      throw new MalformedException("A key is not of the type of " + attribute.name);
    }
  }

  private static AttributeValue ordered(byte[] bytes, String type) {
    var value = AttributeValue.builder();
    return switch (type) {
      case "S" -> value.s(new String(bytes, StandardCharsets.UTF_8)).build();
      case "N" -> value.n(LexDecimal.read(bytes).toString()).build();
      default -> value.b(Bytes.copyOf(bytes)).build();
    };
  }

  /// The key of an item, or a key by itself.
  public byte[] write(Map<String, AttributeValue> item) {
    var first = Objects.requireNonNull(item.get(hash.name));
    if (range == null && !hash.type.equals("N")) {
      return ordered(first);
    }
    var out = new CborWriter();
    Values.write(out, first);
    if (range != null) {
      out.raw(ordered(Objects.requireNonNull(item.get(range.name))));
    }
    return out.toByteArray();
  }

  private static byte[] ordered(AttributeValue value) {
    if (value.s() != null) {
      return value.s().getBytes(StandardCharsets.UTF_8);
    }
    if (value.n() != null) {
      return LexDecimal.write(Values.canonical(value.n()));
    }
    var bytes = Objects.requireNonNull(value.b()).shared();
    return Arrays.copyOf(bytes, bytes.length);
  }
}
