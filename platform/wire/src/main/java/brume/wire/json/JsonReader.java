package brume.wire.json;

import brume.base.Bytes;
import brume.shape.Kind;
import brume.shape.ListShape;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.Shape;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.shape.TimestampFormat;
import brume.wire.value.MalformedException;
import brume.wire.value.Text;
import brume.wire.value.Timestamps;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads structures from JSON. Members that the shape does not have are skipped.
public final class JsonReader {
  private static final int MAX_DEPTH = 200;
  private static final int MAX_STRING_CHARS = 64 << 20;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING_CHARS)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /// Reads the value of a target from a whole JSON text.
  ///
  /// Throws [MalformedException] when the text is not JSON or not of the shape.
  public static @Nullable Object read(byte[] json, Shape shape) throws IOException {
    try (var parser = FACTORY.createParser(json)) {
      parser.nextToken();
      return new JsonReader(parser).value(shape, null);
    } catch (StreamConstraintsException e) {
      throw new MalformedException(String.valueOf(e.getOriginalMessage()));
    } catch (JsonProcessingException _) {
      throw new MalformedException("Could not parse the request body as JSON");
    }
  }

  /// Reads the members that `into` has no value for yet, as the body of a REST request does.
  public static void readMembers(byte[] json, StructureShape<?> shape, @Nullable Object[] into)
      throws IOException {
    try (var parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedException("Expected a JSON object");
      }
      new JsonReader(parser).members(shape, into);
      if (parser.nextToken() != null) {
        throw new MalformedException("More follows the JSON object");
      }
    } catch (JsonProcessingException _) {
      throw new MalformedException("Could not parse the request body as JSON");
    }
  }

  private @Nullable Object value(Shape shape, @Nullable TimestampFormat format) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL
        && !(shape instanceof SimpleShape(_, Kind kind, _) && kind == Kind.DOCUMENT)) {
      return null;
    }
    return switch (shape) {
      case StructureShape<?> structure -> structure(structure);
      case ListShape list -> list(list);
      case MapShape map -> map(map);
      case SimpleShape simple -> simple(simple.kind(), format);
    };
  }

  private Structure structure(StructureShape<?> shape) throws IOException {
    expect(JsonToken.START_OBJECT, "structure");
    var values = new @Nullable Object[shape.members().size()];
    int present = members(shape, values);
    if (shape.isUnion() && present != 1) {
      throw new MalformedException("The union " + shape.name() + " needs exactly one member");
    }
    return shape.make(values);
  }

  private int members(StructureShape<?> shape, @Nullable Object[] into) throws IOException {
    int present = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      parser.nextToken();
      int index = shape.indexOfWireName(name);
      if (index < 0) {
        skip(shape, name);
        continue;
      }
      var member = shape.members().get(index);
      var value = value(member.target(), member.timestampFormat());
      if (value != null) {
        into[index] = value;
        present++;
      }
    }
    return present;
  }

  /// Structures may gain members that we do not know; of a union, one alone is set.
  private void skip(StructureShape<?> shape, String name) throws IOException {
    if (shape.isUnion()
        && !name.equals("__type")
        && parser.currentToken() != JsonToken.VALUE_NULL) {
      throw new MalformedException("The union " + shape.name() + " has no member " + name);
    }
    parser.skipChildren();
  }

  private List<@Nullable Object> list(ListShape shape) throws IOException {
    expect(JsonToken.START_ARRAY, "list");
    var items = new ArrayList<@Nullable Object>();
    var element = shape.element();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      var item = value(element.target(), element.timestampFormat());
      if (item == null && !shape.sparse()) {
        throw new MalformedException("Null in the list " + shape.name());
      }
      items.add(item);
    }
    return Collections.unmodifiableList(items);
  }

  private Map<String, @Nullable Object> map(MapShape shape) throws IOException {
    expect(JsonToken.START_OBJECT, "map");
    var entries = new LinkedHashMap<String, @Nullable Object>();
    Member target = shape.value();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var key = parser.currentName();
      parser.nextToken();
      var value = value(target.target(), target.timestampFormat());
      if (value != null || shape.sparse()) {
        entries.put(key, value);
      } else {
        throw new MalformedException("Null in the map " + shape.name());
      }
    }
    return Collections.unmodifiableMap(entries);
  }

  private Object simple(Kind kind, @Nullable TimestampFormat format) throws IOException {
    var token = parser.currentToken();
    return switch (kind) {
      case STRING -> string(token);
      case BOOLEAN -> bool(token);
      case BLOB -> blob(token);
      case TIMESTAMP -> timestamp(token, format);
      case DOCUMENT -> JsonDocument.read(parser);
      case BYTE, SHORT, INTEGER, LONG, BIG_INTEGER -> integer(token, kind);
      case FLOAT, DOUBLE, BIG_DECIMAL -> decimal(token, kind);
      case STREAM, EVENTS -> throw new MalformedException("A stream inside a JSON body");
    };
  }

  private String string(JsonToken token) throws IOException {
    if (token != JsonToken.VALUE_STRING) {
      throw new MalformedException(spelled(token) + " cannot be converted to String");
    }
    return parser.getText();
  }

  private Boolean bool(JsonToken token) {
    return switch (token) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw new MalformedException(spelled(token) + " cannot be converted to Boolean");
    };
  }

  private Bytes blob(JsonToken token) throws IOException {
    try {
      return Text.blob(string(token));
    } catch (IllegalArgumentException _) {
      throw new MalformedException("Not Base64: a blob");
    }
  }

  private Object timestamp(JsonToken token, @Nullable TimestampFormat format) throws IOException {
    if (token.isNumeric() && (format == null || format == TimestampFormat.EPOCH_SECONDS)) {
      return Timestamps.ofSeconds(parser.getDecimalValue());
    }
    if (token == JsonToken.VALUE_STRING
        && format != null
        && format != TimestampFormat.EPOCH_SECONDS) {
      return Timestamps.parse(parser.getText(), format);
    }
    throw new MalformedException(spelled(token) + " cannot be converted to Timestamp");
  }

  private Object integer(JsonToken token, Kind kind) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      var decimal = parser.getDecimalValue();
      if (decimal.stripTrailingZeros().scale() > 0) {
        throw new MalformedException("A fraction cannot be converted to " + title(kind));
      }
      return Text.parse(decimal.toBigInteger().toString(), kind, TimestampFormat.EPOCH_SECONDS);
    }
    if (token != JsonToken.VALUE_NUMBER_INT) {
      throw new MalformedException(spelled(token) + " cannot be converted to " + title(kind));
    }
    return switch (kind) {
      case INTEGER -> integerOf(parser.getLongValue());
      case LONG -> parser.getLongValue();
      default -> Text.parse(parser.getText(), kind, TimestampFormat.EPOCH_SECONDS);
    };
  }

  private static Integer integerOf(long value) {
    if (value != (int) value) {
      throw new MalformedException(value + " cannot be converted to Integer");
    }
    return (int) value;
  }

  private Object decimal(JsonToken token, Kind kind) throws IOException {
    boolean special =
        token == JsonToken.VALUE_STRING
            && kind != Kind.BIG_DECIMAL
            && parser.getText().matches("NaN|-?Infinity");
    if (!token.isNumeric() && !special) {
      throw new MalformedException(spelled(token) + " cannot be converted to " + title(kind));
    }
    return Text.parse(parser.getText(), kind, TimestampFormat.EPOCH_SECONDS);
  }

  private void expect(JsonToken token, String what) {
    if (parser.currentToken() != token) {
      throw new MalformedException("Start of " + what + " or map found where not expected.");
    }
  }

  /// As the services name tokens: `NUMBER_VALUE cannot be converted to String`.
  private static String spelled(JsonToken token) {
    return switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "NUMBER_VALUE";
      case VALUE_TRUE -> "TRUE_VALUE";
      case VALUE_FALSE -> "FALSE_VALUE";
      case VALUE_STRING -> "STRING_VALUE";
      default -> token.name();
    };
  }

  private static String title(Kind kind) {
    return kind.name().charAt(0) + kind.name().substring(1).toLowerCase(java.util.Locale.ROOT);
  }
}
