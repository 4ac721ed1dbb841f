package brume.wire.token;

import brume.shape.Kind;
import brume.shape.ListShape;
import brume.shape.Location;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Writes structures as tokens. Absent members are left out.
///
/// @param <G> the generator that the format has
public final class TokenWriter<G extends JsonGenerator> {
  private final G out;
  private final ScalarWriter<G> scalars;

  public TokenWriter(G out, ScalarWriter<G> scalars) {
    this.out = out;
    this.scalars = scalars;
  }

  /// @param wanted which of the structure's own members are written
  public void structure(Structure structure, Predicate<Member> wanted) throws IOException {
    out.writeStartObject();
    members(structure, wanted);
    out.writeEndObject();
  }

  /// Only the members that a body carries: neither those elsewhere in the message nor events, which
  /// follow it.
  public void body(Structure structure) throws IOException {
    structure(
        structure,
        m ->
            m.location() == Location.BODY
                && !(m.target() instanceof SimpleShape simple && simple.kind() == Kind.EVENTS));
  }

  /// An error: its type, its message and the members of its detail.
  ///
  /// @param type the value of `__type`; null to leave it out
  /// @param message empty to leave it out
  public void error(
      @Nullable String type, String messageKey, String message, @Nullable Structure detail)
      throws IOException {
    out.writeStartObject();
    if (type != null) {
      out.writeStringField("__type", type);
    }
    if (!message.isEmpty()) {
      out.writeStringField(messageKey, message);
    }
    if (detail != null) {
      members(detail, m -> m.location() == Location.BODY && !m.name().equalsIgnoreCase("message"));
    }
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

  public void value(@Nullable Object value, Member member) throws IOException {
    if (value == null) {
      out.writeNull();
      return;
    }
    switch (member.target()) {
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
      case SimpleShape _ -> scalars.write(out, value, member.timestampFormat());
    }
  }
}
