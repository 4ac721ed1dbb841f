package brume.wire.json;

import brume.shape.Shape;
import brume.shape.StructureShape;
import brume.wire.token.TokenReader;
import brume.wire.value.MalformedException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads structures from JSON. Members that the shape does not have are skipped.
public final class JsonReader {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(TokenReader.CONSTRAINTS)
          .recyclerPool(TokenReader.BUFFERS)
          .build();

  private JsonReader() {}

  /// Reads the value of a target from a whole JSON text.
  ///
  /// Throws [MalformedException] when the text is not JSON or not of the shape.
  public static @Nullable Object read(byte[] json, Shape shape) throws IOException {
    try (var parser = FACTORY.createParser(json)) {
      parser.nextToken();
      return new TokenReader(parser, JsonScalars::read).value(shape, null);
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
      new TokenReader(parser, JsonScalars::read).members(shape, into);
      if (parser.nextToken() != null) {
        throw new MalformedException("More follows the JSON object");
      }
    } catch (JsonProcessingException _) {
      throw new MalformedException("Could not parse the request body as JSON");
    }
  }
}
