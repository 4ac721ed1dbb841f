package brume.dax.form;

import brume.base.Bytes;
import brume.dax.cbor.CborReader;
import brume.dax.cbor.CborWriter;
import brume.dax.cbor.MalformedException;
import brume.model.dynamodb.AttributeValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Attribute values as CBOR: each type of DynamoDB has one of CBOR, sets have tags.
public final class Values {
  private static final int STRING_SET = 3321;
  private static final int NUMBER_SET = 3322;
  private static final int BINARY_SET = 3323;

  /// Levels of lists and maps. DynamoDB takes 32 and says so itself.
  private static final int MAX_DEPTH = 64;

  /// Integers of so few digits are written as they are.
  private static final int SHORT_DIGITS = 15;

  private Values() {}

  public static AttributeValue read(CborReader in) {
    return read(in, 0);
  }

  private static AttributeValue read(CborReader in, int depth) {
    if (depth > MAX_DEPTH) {
      throw new MalformedException("Values are nested too deeply");
    }
    var value = AttributeValue.builder();
    switch (in.type()) {
      case NULL -> value.null_(in.readNull());
      case BOOLEAN -> value.bool(in.readBoolean());
      case NUMBER -> value.n(in.readNumber().toString());
      case TEXT -> value.s(in.readText());
      case BYTES -> value.b(Bytes.wrap(in.readBytes()));
      case ARRAY -> value.l(list(in, depth + 1));
      case MAP -> value.m(map(in, depth + 1));
      case TAGGED -> set(in, value);
    }
    return value.build();
  }

  private static List<AttributeValue> list(CborReader in, int depth) {
    var list = new ArrayList<AttributeValue>();
    for (var items = in.readArray(); items.next(); ) {
      list.add(read(in, depth));
    }
    return list;
  }

  private static Map<String, AttributeValue> map(CborReader in, int depth) {
    var map = new LinkedHashMap<String, AttributeValue>();
    for (var entries = in.readMap(); entries.next(); ) {
      map.put(in.readText(), read(in, depth));
    }
    return map;
  }

  private static void set(CborReader in, AttributeValue.Builder value) {
    int tag = in.readTag();
    var texts = new ArrayList<String>();
    var binaries = new ArrayList<Bytes>();
    for (var items = in.readArray(); items.next(); ) {
      switch (tag) {
        case STRING_SET -> texts.add(in.readText());
        case NUMBER_SET -> texts.add(in.readNumber().toString());
        case BINARY_SET -> binaries.add(Bytes.wrap(in.readBytes()));
        default -> throw new MalformedException("Not a set: tag " + tag);
      }
    }
    switch (tag) {
      case STRING_SET -> value.ss(texts);
      case NUMBER_SET -> value.ns(texts);
      case BINARY_SET -> value.bs(binaries);
      default -> throw new MalformedException("Not a set: tag " + tag);
    }
  }

  public static void write(CborWriter out, AttributeValue value) {
    if (value.s() != null) {
      out.text(value.s());
    } else if (value.n() != null) {
      writeNumber(out, value.n());
    } else if (value.b() != null) {
      out.bytes(value.b().shared());
    } else if (value.bool() != null) {
      out.bool(value.bool());
    } else if (value.m() != null) {
      out.map(value.m().size());
      value
          .m()
          .forEach(
              (name, each) -> {
                out.text(name);
                write(out, each);
              });
    } else if (value.l() != null) {
      out.array(value.l().size());
      value.l().forEach(each -> write(out, each));
    } else {
      writeSet(out, value);
    }
  }

  private static void writeSet(CborWriter out, AttributeValue value) {
    if (value.ss() != null) {
      out.tag(STRING_SET).array(value.ss().size());
      value.ss().forEach(out::text);
    } else if (value.ns() != null) {
      out.tag(NUMBER_SET).array(value.ns().size());
      value.ns().forEach(number -> writeNumber(out, number));
    } else if (value.bs() != null) {
      out.tag(BINARY_SET).array(value.bs().size());
      value.bs().forEach(binary -> out.bytes(binary.shared()));
    } else {
      out.nothing();
    }
  }

  /// One number is written in one way, whichever it came in.
  static void writeNumber(CborWriter out, String number) {
    if (number.length() <= SHORT_DIGITS && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      out.integer(Long.parseLong(number));
      return;
    }
    out.number(canonical(number));
  }

  /// Without zeros behind the point, and with all those before it: so clients print it in full.
  static BigDecimal canonical(String number) {
    var stripped = new BigDecimal(number).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
