package brume.wire.value;

import brume.shape.TimestampFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// The three spellings of a moment.
public final class Timestamps {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HTTP_DATE_READ =
      new DateTimeFormatterBuilder()
          .appendPattern("EEE, dd MMM yyyy HH:mm:ss")
          .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendLiteral(" GMT")
          .toFormatter(Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Timestamps() {}

  public static String print(Instant time, TimestampFormat format) {
    return switch (format) {
      case EPOCH_SECONDS -> seconds(time).toPlainString();
      case DATE_TIME -> time.truncatedTo(ChronoUnit.MILLIS).toString();
      case HTTP_DATE -> HTTP_DATE.format(time) + " GMT";
    };
  }

  /// Seconds since 1970, to the millisecond.
  public static BigDecimal seconds(Instant time) {
    var seconds = BigDecimal.valueOf(time.toEpochMilli(), 3).stripTrailingZeros();
    return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
  }

  public static Instant ofSeconds(BigDecimal seconds) {
    var nanos = seconds.movePointRight(9).setScale(0, RoundingMode.HALF_UP);
    var parts =
        nanos.toBigInteger().divideAndRemainder(java.math.BigInteger.valueOf(1_000_000_000));
    try {
      return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValue());
    } catch (ArithmeticException | DateTimeException _) {
      throw new MalformedException("Not a timestamp: " + seconds);
    }
  }

  /// RFC 3339 in UTC: seconds are written, and the zone is `Z`.
  private static Instant dateTime(String text) {
    if (text.length() < "2026-01-01T00:00:00Z".length() || !text.endsWith("Z")) {
      throw new DateTimeException("Not in UTC, or without seconds");
    }
    return Instant.parse(text);
  }

  /// Throws [MalformedException] when `text` is not of that format.
  public static Instant parse(String text, TimestampFormat format) {
    try {
      return switch (format) {
        case EPOCH_SECONDS -> ofSeconds(new BigDecimal(text));
        case DATE_TIME -> dateTime(text);
        case HTTP_DATE -> Instant.from(HTTP_DATE_READ.parse(text));
      };
    } catch (DateTimeException | NumberFormatException _) {
      throw new MalformedException("Not a timestamp: " + text);
    }
  }
}
