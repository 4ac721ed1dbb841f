package brume.wire.json;

import brume.json.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Documents: JSON values without a shape, inside shaped JSON.
final class JsonDocument {
  private JsonDocument() {}

  /// Reads the value at the parser's current token.
  static Json read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var fields = new LinkedHashMap<String, Json>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          var name = parser.currentName();
          parser.nextToken();
          fields.put(name, read(parser));
        }
        yield new Json.Obj(fields);
      }
      case START_ARRAY -> {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(read(parser));
        }
        yield new Json.Arr(items);
      }
      case VALUE_STRING -> Json.of(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getDecimalValue());
      case VALUE_TRUE -> Json.of(true);
      case VALUE_FALSE -> Json.of(false);
      default -> Json.ofNull();
    };
  }

  static void write(Json json, JsonGenerator out) throws IOException {
    switch (json) {
      case Json.Obj(Map<String, Json> fields) -> {
        out.writeStartObject();
        for (var field : fields.entrySet()) {
          out.writeFieldName(field.getKey());
          write(field.getValue(), out);
        }
        out.writeEndObject();
      }
      case Json.Arr(List<Json> items) -> {
        out.writeStartArray();
        for (var item : items) {
          write(item, out);
        }
        out.writeEndArray();
      }
      case Json.Str(String value) -> out.writeString(value);
      case Json.Num(BigDecimal value) -> out.writeNumber(value);
      case Json.Bool(boolean value) -> out.writeBoolean(value);
      case Json.Null _ -> out.writeNull();
    }
  }
}
