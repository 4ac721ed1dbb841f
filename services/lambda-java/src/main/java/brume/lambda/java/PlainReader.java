package brume.lambda.java;

import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.core.JsonParser;
import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Reads JSON as maps, lists, text, numbers, truth values and nulls.
///
/// The parser bounds the depth.
record PlainReader(JsonParser parser) {

  @Nullable Object value() throws IOException {
    parser.nextToken();
    return current();
  }

  private @Nullable Object current() throws IOException {
    // No switch: what it makes at run time is not in AOT caches and takes milliseconds.
    var token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    if (token == JsonToken.START_OBJECT) {
      return map();
    }
    if (token == JsonToken.START_ARRAY) {
      return list();
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    return token != null && token.isNumeric() ? parser.getNumberValue() : null;
  }

  private LinkedHashMap<String, @Nullable Object> map() throws IOException {
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      map.put(name, value());
    }
    return map;
  }

  private ArrayList<@Nullable Object> list() throws IOException {
    var list = new ArrayList<@Nullable Object>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(current());
    }
    return list;
  }
}
