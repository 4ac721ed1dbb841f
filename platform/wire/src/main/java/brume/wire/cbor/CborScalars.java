package brume.wire.cbor;

import brume.base.Bytes;
import brume.shape.Kind;
import brume.shape.TimestampFormat;
import brume.wire.value.MalformedException;
import brume.wire.value.Text;
import brume.wire.value.Timestamps;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Single values as rpcv2Cbor spells them: blobs are byte strings, moments tagged seconds, numbers
/// of any width that holds them.
///
/// Source: Smithy, "Smithy RPC v2 CBOR protocol", section "Shape serialization"; RFC 8949, sections
/// 3.1, 3.3 and 3.4.2.
final class CborScalars {
  /// RFC 8949, section 3.4.2: seconds since 1970, whole or not.
  private static final int EPOCH_TAG = 1;

  private CborScalars() {}

  static Object read(JsonParser parser, Kind kind, @Nullable TimestampFormat format)
      throws IOException {
    return switch (kind) {
      case STRING -> {
        require(parser.currentToken() == JsonToken.VALUE_STRING, kind);
        yield parser.getText();
      }
      case BOOLEAN -> {
        require(parser.currentToken().isBoolean(), kind);
        yield parser.getBooleanValue();
      }
      case BLOB -> {
        require(parser.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT, kind);
        yield Bytes.wrap(parser.getBinaryValue());
      }
      case TIMESTAMP -> timestamp((CBORParser) parser);
      case BYTE, SHORT, INTEGER, LONG, BIG_INTEGER -> {
        require(parser.currentToken() == JsonToken.VALUE_NUMBER_INT, kind);
        var digits = parser.getBigIntegerValue().toString();
        yield Text.parse(digits, kind, TimestampFormat.EPOCH_SECONDS);
      }
      case FLOAT -> number(parser, kind).getFloatValue();
      case DOUBLE -> number(parser, kind).getDoubleValue();
      case BIG_DECIMAL -> finite(number(parser, kind)).getDecimalValue();
      case DOCUMENT, STREAM, EVENTS ->
          throw new MalformedException("Not a value that CBOR can carry: " + named(kind));
    };
  }

  private static Instant timestamp(CBORParser parser) throws IOException {
    require(parser.getCurrentTag() == EPOCH_TAG, Kind.TIMESTAMP);
    var number = finite(number(parser, Kind.TIMESTAMP));
    return Timestamps.ofSeconds(
        number.currentToken() == JsonToken.VALUE_NUMBER_INT
            ? number.getDecimalValue()
            : BigDecimal.valueOf(number.getDoubleValue()));
  }

  private static JsonParser number(JsonParser parser, Kind kind) {
    require(parser.currentToken().isNumeric(), kind);
    return parser;
  }

  private static JsonParser finite(JsonParser parser) throws IOException {
    if (parser.isNaN()) {
      throw new MalformedException("Not a finite number");
    }
    return parser;
  }

  private static void require(boolean fits, Kind kind) {
    if (!fits) {
      throw new MalformedException("Expected a value of the type " + named(kind));
    }
  }

  private static String named(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static void write(CBORGenerator out, Object value, @Nullable TimestampFormat format)
      throws IOException {
    switch (value) {
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Boolean bool -> out.writeBoolean(bool);
      case Bytes bytes -> out.writeBinary(bytes.shared());
      case Double number -> out.writeNumber(number);
      case Float number -> out.writeNumber(number);
      case Instant time -> timestamp(out, Timestamps.seconds(time));
      case Short number -> out.writeNumber(number);
      case Byte number -> out.writeNumber(number.intValue());
      case BigInteger number -> out.writeNumber(number);
      case BigDecimal number -> out.writeNumber(number);
      default -> throw new IllegalArgumentException("Not a value of CBOR: " + value.getClass());
    }
  }

  private static void timestamp(CBORGenerator out, BigDecimal seconds) throws IOException {
    out.writeTag(EPOCH_TAG);
    if (seconds.scale() == 0) {
      out.writeNumber(seconds.longValueExact());
    } else {
      out.writeNumber(seconds.doubleValue());
    }
  }
}
