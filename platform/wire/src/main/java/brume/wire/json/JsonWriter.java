package brume.wire.json;

import brume.base.Bytes;
import brume.json.Json;
import brume.shape.ListShape;
import brume.shape.Location;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.Shape;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.shape.TimestampFormat;
import brume.wire.value.Text;
import brume.wire.value.Timestamps;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Writes structures as JSON. Absent members are left out.
public final class JsonWriter {
  private final JsonGenerator out;

  private JsonWriter(JsonGenerator out) {
    this.out = out;
  }

  public static byte[] write(Structure structure) {
    return writing(writer -> writer.structure(structure, _ -> true));
  }

  /// Only the members that a REST protocol carries in the body.
  public static byte[] writeBody(Structure structure) {
    return writing(writer -> writer.structure(structure, m -> m.location() == Location.BODY));
  }

  /// A payload that is not a structure's members: a document, a list, a map.
  public static byte[] writeValue(Object value, Member member) {
    return writing(writer -> writer.value(value, member));
  }

  /// An error: its type, its message and the members of its detail.
  ///
  /// @param type the value of `__type`; null to leave it out
  /// @param message empty to leave it out
  public static byte[] writeError(
      @Nullable String type, String messageKey, String message, @Nullable Structure detail) {
    return writing(
        writer -> {
          writer.out.writeStartObject();
          if (type != null) {
            writer.out.writeStringField("__type", type);
          }
          if (!message.isEmpty()) {
            writer.out.writeStringField(messageKey, message);
          }
          if (detail != null) {
            writer.members(
                detail,
                m -> m.location() == Location.BODY && !m.name().equalsIgnoreCase("message"));
          }
          writer.out.writeEndObject();
        });
  }

  private interface Writing {
    void to(JsonWriter writer) throws IOException;
  }

  private static byte[] writing(Writing writing) {
    var bytes = new ByteArrayBuilder(256);
    try (var generator = JsonReader.FACTORY.createGenerator(bytes)) {
      writing.to(new JsonWriter(generator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void structure(Structure structure, Predicate<Member> wanted) throws IOException {
    out.writeStartObject();
    members(structure, wanted);
    out.writeEndObject();
  }

  private void members(Structure structure, Predicate<Member> wanted) throws IOException {
    var members = structure.shape().members();
    for (int i = 0; i < members.size(); i++) {
      var member = members.get(i);
      var value = structure.member(i);
      if (value != null && wanted.test(member)) {
        out.writeFieldName(member.wireName());
        value(value, member);
      }
    }
  }

  private void value(@Nullable Object value, Member member) throws IOException {
    if (value == null) {
      out.writeNull();
      return;
    }
    Shape target = member.target();
    switch (target) {
      case StructureShape<?> _ -> structure((Structure) value, _ -> true);
      case ListShape list -> {
        out.writeStartArray();
        for (var item : (List<?>) value) {
          value(item, list.element());
        }
        out.writeEndArray();
      }
      case MapShape map -> {
        out.writeStartObject();
        for (var entry : ((Map<?, ?>) value).entrySet()) {
          out.writeFieldName((String) entry.getKey());
          value(entry.getValue(), map.value());
        }
        out.writeEndObject();
      }
      case SimpleShape _ -> simple(value, member.timestampFormat());
    }
  }

  private void simple(Object value, @Nullable TimestampFormat format) throws IOException {
    switch (value) {
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Boolean bool -> out.writeBoolean(bool);
      case Bytes bytes -> out.writeBinary(bytes.shared());
      case Instant time when format == null || format == TimestampFormat.EPOCH_SECONDS ->
          out.writeNumber(Timestamps.seconds(time));
      case Instant time -> out.writeString(Timestamps.print(time, format));
      case Double number when Double.isFinite(number) -> out.writeNumber(number);
      case Float number when Float.isFinite(number) -> out.writeNumber(number);
      case Short number -> out.writeNumber(number);
      case Byte number -> out.writeNumber(number.intValue());
      case BigInteger number -> out.writeNumber(number);
      case BigDecimal number -> out.writeNumber(number);
      case Json json -> JsonDocument.write(json, out);
      default -> out.writeString(Text.print(value, TimestampFormat.EPOCH_SECONDS));
    }
  }
}
