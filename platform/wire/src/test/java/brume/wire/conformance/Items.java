package brume.wire.conformance;

import brume.json.Json;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.TreeMap;

/// CBOR in a form in which items that say the same are equal, of whatever length they are.
final class Items {
  private final CBORParser parser;

  private Items(CBORParser parser) {
    this.parser = parser;
  }

  static Object parse(byte[] cbor) {
    try (var parser = new CBORFactory().createParser(new ByteArrayInputStream(cbor))) {
      parser.nextToken();
      return new Items(parser).item();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object item() throws IOException {
    var tag = parser.getCurrentTag();
    var value = value();
    return tag < 0 ? value : "tag " + tag + ' ' + value;
  }

  private Object value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var fields = new TreeMap<String, Object>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          var name = parser.currentName();
          parser.nextToken();
          var item = item();
          fields.put(name, name.equals("__type") ? Bodies.bare(Json.of((String) item)) : item);
        }
        yield fields;
      }
      case START_ARRAY -> {
        var items = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(item());
        }
        yield items;
      }
      case VALUE_EMBEDDED_OBJECT ->
          "bytes " + Base64.getEncoder().encodeToString(parser.getBinaryValue());
      case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT ->
          parser.getNumberType() + " " + parser.getNumberValue();
      default -> String.valueOf(parser.getText());
    };
  }
}
