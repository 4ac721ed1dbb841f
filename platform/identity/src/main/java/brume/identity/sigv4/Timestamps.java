package brume.identity.sigv4;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The times of signatures: ISO 8601's basic form in UTC, and the Date header of HTTP.
public final class Timestamps {
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LENGTH = 16;

  private Timestamps() {}

  public static String format(Instant instant) {
    return LONG.format(instant);
  }

  /// Null when `text` is not of the form `20250131T235959Z`.
  public static @Nullable Instant parse(String text) {
    if (text.length() != LENGTH || text.charAt(8) != 'T' || text.charAt(15) != 'Z') {
      return null;
    }
    try {
      return ZonedDateTime.of(
              number(text, 0, 4),
              number(text, 4, 6),
              number(text, 6, 8),
              number(text, 9, 11),
              number(text, 11, 13),
              number(text, 13, 15),
              0,
              ZoneOffset.UTC)
          .toInstant();
    } catch (DateTimeException | NumberFormatException invalid) {
      return null;
    }
  }

  private static int number(String text, int from, int to) {
    return Integer.parseUnsignedInt(text, from, to, 10);
  }

  /// Of a Date header; null when it is none.
  public static @Nullable Instant parseHttpDate(String text) {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    } catch (DateTimeException invalid) {
      return null;
    }
  }
}
