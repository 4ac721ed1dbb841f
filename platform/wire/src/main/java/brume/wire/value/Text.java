package brume.wire.value;

import brume.base.Bytes;
import brume.shape.Kind;
import brume.shape.TimestampFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

/// Simple values as text, as labels, headers, query parameters, forms and XML carry them.
public final class Text {
  /// Base64 comes in groups of so many characters.
  private static final int BASE64_GROUP = 4;

  private Text() {}

  public static String print(Object value, TimestampFormat format) {
    return switch (value) {
      case Instant time -> Timestamps.print(time, format);
      case Bytes bytes -> bytes.toBase64();
      case Double number -> number(number);
      case Float number ->
          number.isInfinite() || number.isNaN() ? number(number.doubleValue()) : number.toString();
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    return Double.toString(value);
  }

  /// Throws [MalformedException] when `text` is not a value of that kind.
  public static Object parse(String text, Kind kind, TimestampFormat format) {
    try {
      return switch (kind) {
        case STRING -> text;
        case BOOLEAN -> bool(text);
        case BYTE -> Byte.valueOf(text);
        case SHORT -> Short.valueOf(text);
        case INTEGER -> Integer.valueOf(text);
        case LONG -> Long.valueOf(text);
        case FLOAT -> Float.valueOf(decimal(text));
        case DOUBLE -> Double.valueOf(decimal(text));
        case BIG_INTEGER -> new BigInteger(text);
        case BIG_DECIMAL -> new BigDecimal(text);
        case TIMESTAMP -> Timestamps.parse(text, format);
        case BLOB -> blob(text);
        case DOCUMENT, STREAM, EVENTS ->
            throw new MalformedException("Not a value that text can carry: " + kind);
      };
    } catch (IllegalArgumentException _) {
      throw new MalformedException(
          "'" + text + "' is not a valid " + kind.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  /// Throws [IllegalArgumentException] also where only the padding is missing.
  public static Bytes blob(String base64) {
    if (base64.length() % BASE64_GROUP != 0) {
      throw new IllegalArgumentException("Base64 without its padding");
    }
    return Bytes.fromBase64(base64);
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new MalformedException("'" + text + "' is not a valid boolean");
    };
  }

  /// Java reads spellings such as `0x1p3` and `1d` that the protocols do not know.
  private static String decimal(String text) {
    boolean special = text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    if (!special && !text.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?")) {
      throw new NumberFormatException(text);
    }
    return text;
  }
}
