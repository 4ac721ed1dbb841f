package brume.wire.token;

import brume.shape.Kind;
import brume.shape.ListShape;
import brume.shape.MapShape;
import brume.shape.Shape;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.shape.TimestampFormat;
import brume.wire.value.MalformedException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads structures from tokens. Members that the shape does not have are skipped.
public final class TokenReader {
  private static final int MAX_DEPTH = 200;
  private static final int MAX_STRING_CHARS = 64 << 20;

  /// What parsers of requests refuse.
  public static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxStringLength(MAX_STRING_CHARS)
          .build();

  /// Requests of which the buffers are kept for later ones. A virtual thread serves one request
  /// only, so buffers kept by thread, as is usual, would never be used again.
  private static final int KEPT_BUFFERS = 64;

  /// The buffers of parsers and generators of messages.
  public static final RecyclerPool<BufferRecycler> BUFFERS =
      JsonRecyclerPools.newBoundedPool(KEPT_BUFFERS);

  private final JsonParser parser;
  private final ScalarReader scalars;

  public TokenReader(JsonParser parser, ScalarReader scalars) {
    this.parser = parser;
    this.scalars = scalars;
  }

  /// The value at the parser's current token.
  public @Nullable Object value(Shape shape, @Nullable TimestampFormat format) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL
        && !(shape instanceof SimpleShape(_, Kind kind, _) && kind == Kind.DOCUMENT)) {
      return null;
    }
    return switch (shape) {
      case StructureShape<?> structure -> structure(structure);
      case ListShape list -> list(list);
      case MapShape map -> map(map);
      case SimpleShape simple -> scalars.read(parser, simple.kind(), format);
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

  /// Reads the members of the structure that the parser has entered, and returns how many there
  /// are.
  public int members(StructureShape<?> shape, @Nullable Object[] into) throws IOException {
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
    var target = shape.value();
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

  private void expect(JsonToken token, String what) {
    if (parser.currentToken() != token) {
      throw new MalformedException("Start of " + what + " or map found where not expected.");
    }
  }
}
