package brume.wire.json;

import brume.base.Bytes;
import brume.json.Json;
import brume.shape.Kind;
import brume.shape.TimestampFormat;
import brume.wire.value.MalformedException;
import brume.wire.value.Text;
import brume.wire.value.Timestamps;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Single values as JSON spells them: blobs in Base64, moments as seconds unless the model has
/// another format for them.
final class JsonScalars {
  private JsonScalars() {}

  static Object read(JsonParser parser, Kind kind, @Nullable TimestampFormat format)
      throws IOException {
    var token = parser.currentToken();
    return switch (kind) {
      case STRING -> string(parser);
      case BOOLEAN -> bool(token);
      case BLOB -> blob(parser);
      case TIMESTAMP -> timestamp(parser, format);
      case DOCUMENT -> JsonDocument.read(parser);
      case BYTE, SHORT, INTEGER, LONG, BIG_INTEGER -> integer(parser, kind);
      case FLOAT, DOUBLE, BIG_DECIMAL -> decimal(parser, kind);
      case STREAM, EVENTS -> throw new MalformedException("A stream inside a JSON body");
    };
  }

  private static String string(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new MalformedException(
          spelled(parser.currentToken()) + " cannot be converted to String");
    }
    return parser.getText();
  }

  private static Boolean bool(JsonToken token) {
    return switch (token) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw new MalformedException(spelled(token) + " cannot be converted to Boolean");
    };
  }

  private static Bytes blob(JsonParser parser) throws IOException {
    try {
      return Text.blob(string(parser));
    } catch (IllegalArgumentException _) {
      throw new MalformedException("Not Base64: a blob");
    }
  }

  private static Object timestamp(JsonParser parser, @Nullable TimestampFormat format)
      throws IOException {
    var token = parser.currentToken();
    if (token.isNumeric() && (format == null || format == TimestampFormat.EPOCH_SECONDS)) {
      return Timestamps.ofSeconds(parser.getDecimalValue());
    }
    if (token == JsonToken.VALUE_STRING
        && format != null
        && format != TimestampFormat.EPOCH_SECONDS) {
      return Timestamps.parse(parser.getText(), format);
    }
    throw new MalformedException(spelled(token) + " cannot be converted to Timestamp");
  }

  private static Object integer(JsonParser parser, Kind kind) throws IOException {
    var token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      var decimal = parser.getDecimalValue();
      if (decimal.stripTrailingZeros().scale() > 0) {
        throw new MalformedException("A fraction cannot be converted to " + title(kind));
      }
      return Text.parse(decimal.toBigInteger().toString(), kind, TimestampFormat.EPOCH_SECONDS);
    }
    if (token != JsonToken.VALUE_NUMBER_INT) {
      throw new MalformedException(spelled(token) + " cannot be converted to " + title(kind));
    }
    return switch (kind) {
      case INTEGER -> integerOf(parser.getLongValue());
      case LONG -> parser.getLongValue();
      default -> Text.parse(parser.getText(), kind, TimestampFormat.EPOCH_SECONDS);
    };
  }

  private static Integer integerOf(long value) {
    if (value != (int) value) {
      throw new MalformedException(value + " cannot be converted to Integer");
    }
    return (int) value;
  }

  private static Object decimal(JsonParser parser, Kind kind) throws IOException {
    var token = parser.currentToken();
    boolean special =
        token == JsonToken.VALUE_STRING
            && kind != Kind.BIG_DECIMAL
            && parser.getText().matches("NaN|-?Infinity");
    if (!token.isNumeric() && !special) {
      throw new MalformedException(spelled(token) + " cannot be converted to " + title(kind));
    }
    return Text.parse(parser.getText(), kind, TimestampFormat.EPOCH_SECONDS);
  }

  /// As the services name tokens: `NUMBER_VALUE cannot be converted to String`.
  private static String spelled(JsonToken token) {
    return switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "NUMBER_VALUE";
      case VALUE_TRUE -> "TRUE_VALUE";
      case VALUE_FALSE -> "FALSE_VALUE";
      case VALUE_STRING -> "STRING_VALUE";
      default -> token.name();
    };
  }

  private static String title(Kind kind) {
    return kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
  }

  static void write(JsonGenerator out, Object value, @Nullable TimestampFormat format)
      throws IOException {
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
