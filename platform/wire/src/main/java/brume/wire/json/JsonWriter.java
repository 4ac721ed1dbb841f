package brume.wire.json;

import brume.shape.Member;
import brume.shape.Structure;
import brume.wire.token.TokenWriter;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Writes structures as JSON. Absent members are left out.
public final class JsonWriter {
  private JsonWriter() {}

  public static byte[] write(Structure structure) {
    return writing(writer -> writer.structure(structure, _ -> true));
  }

  /// Only the members that are carried in the body.
  public static byte[] writeBody(Structure structure) {
    return writing(writer -> writer.body(structure));
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
    return writing(writer -> writer.error(type, messageKey, message, detail));
  }

  private interface Writing {
    void to(TokenWriter<JsonGenerator> writer) throws IOException;
  }

  private static byte[] writing(Writing writing) {
    var bytes = new ByteArrayBuilder(256);
    try (var generator = JsonReader.FACTORY.createGenerator(bytes)) {
      writing.to(new TokenWriter<>(generator, JsonScalars::write));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
