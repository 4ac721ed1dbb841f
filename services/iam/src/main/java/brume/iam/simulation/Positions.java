package brume.iam.simulation;

import brume.model.iam.Position;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where a statement stands in its document: its first and its last brace.
///
/// @param start null when the document has no such statement
record Positions(@Nullable Position start, @Nullable Position end) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Positions NONE = new Positions(null, null);

  /// @param number 1 for the first
  static Positions of(String document, int number) {
    try (var parser = JSON.createParser(document)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean statements = parser.currentName().equals("Statement");
        var value = parser.nextToken();
        if (statements) {
          return nth(parser, value == JsonToken.START_ARRAY ? number : 0);
        }
        parser.skipChildren();
      }
    } catch (IOException _) {
      // Documents were parsed before; one that cannot be has no positions.
    }
    return NONE;
  }

  /// @param number 0 for the object at which the parser stands already
  private static Positions nth(JsonParser parser, int number) throws IOException {
    for (int i = 0; i < number; i++) {
      if (i > 0) {
        parser.skipChildren();
      }
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return NONE;
      }
    }
    var start = position(parser.currentTokenLocation());
    parser.skipChildren();
    return new Positions(start, position(parser.currentTokenLocation()));
  }

  private static Position position(JsonLocation at) {
    return new Position(at.getColumnNr(), at.getLineNr());
  }
}
