package brume.wire.cbor;

import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.wire.token.TokenReader;
import brume.wire.value.MalformedException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;

/// Reads structures from CBOR. Members that the shape does not have are skipped.
public final class CborReader {
  static final CBORFactory FACTORY =
      CBORFactory.builder()
          .streamReadConstraints(TokenReader.CONSTRAINTS)
          .recyclerPool(TokenReader.BUFFERS)
          .build();

  private CborReader() {}

  /// Reads a structure from a whole item.
  ///
  /// Throws [MalformedException] when the bytes are not CBOR or not of the shape.
  public static Structure read(byte[] cbor, StructureShape<?> shape) throws IOException {
    try (var parser = FACTORY.createParser(cbor)) {
      parser.nextToken();
      var value = new TokenReader(parser, CborScalars::read).value(shape, null);
      if (value == null || parser.nextToken() != null) {
        throw new MalformedException("Expected one CBOR map");
      }
      return (Structure) value;
    } catch (StreamConstraintsException e) {
      throw new MalformedException(String.valueOf(e.getOriginalMessage()));
    } catch (JsonProcessingException _) {
      throw new MalformedException("Could not parse the request body as CBOR");
    }
  }
}
