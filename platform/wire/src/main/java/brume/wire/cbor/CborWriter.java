package brume.wire.cbor;

import brume.shape.Structure;
import brume.wire.token.TokenWriter;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Writes structures as CBOR. Absent members are left out; maps and lists are of indefinite length.
public final class CborWriter {
  private CborWriter() {}

  public static byte[] write(Structure structure) {
    return writing(writer -> writer.body(structure));
  }

  /// An error: its type, its message and the members of its detail.
  ///
  /// @param message empty to leave it out
  public static byte[] writeError(
      String type, String messageKey, String message, @Nullable Structure detail) {
    return writing(writer -> writer.error(type, messageKey, message, detail));
  }

  private interface Writing {
    void to(TokenWriter<CBORGenerator> writer) throws IOException;
  }

  private static byte[] writing(Writing writing) {
    var bytes = new ByteArrayBuilder(256);
    try (var generator = CborReader.FACTORY.createGenerator(bytes)) {
      writing.to(new TokenWriter<>(generator, CborScalars::write));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
