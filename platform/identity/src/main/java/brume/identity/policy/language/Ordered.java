package brume.identity.policy.language;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// What the operators of numbers and dates compare.
///
/// @param reads null for a text that is not of the type
/// @param accepted how a value of the request may compare to the policy's
record Ordered<T extends Comparable<T>>(
    T bound, Function<String, @Nullable T> reads, IntPredicate accepted) implements Comparison {
  /// More digits or larger exponents than any condition key has would make comparing slow.
  private static final int MAX_NUMBER_CHARS = 40;

  private static final int MAX_EXPONENT = 400;

  /// Source: W3C, "Date and Time Formats"; what is left out is the first of it.
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("uuuu[-MM[-dd['T'HH:mm[:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("][XXX]]]]")
          .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
          .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter(java.util.Locale.ROOT);

  static Comparison number(String value, IntPredicate accepted) {
    var number = readNumber(value);
    if (number == null) {
      throw MalformedPolicyException.syntax();
    }
    return new Ordered<>(number, Ordered::readNumber, accepted);
  }

  static Comparison date(String value, IntPredicate accepted) {
    var date = readDate(value);
    if (date == null) {
      throw MalformedPolicyException.legacy();
    }
    return new Ordered<>(date, Ordered::readDate, accepted);
  }

  @Override
  public boolean matches(String value, ContextKeys keys) {
    var read = reads.apply(value);
    return read != null && accepted.test(read.compareTo(bound));
  }

  private static @Nullable BigDecimal readNumber(String text) {
    try {
      var number = text.length() > MAX_NUMBER_CHARS ? null : new BigDecimal(text);
      return number == null || Math.abs((long) number.scale()) > MAX_EXPONENT ? null : number;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /// An ISO 8601 date, or seconds since 1970 when there is neither a dash nor a time in it.
  private static @Nullable Instant readDate(String text) {
    try {
      return text.indexOf('-') > 0
          ? DATE.parse(text, Instant::from)
          : Instant.ofEpochSecond(Long.parseLong(text));
    } catch (DateTimeException | NumberFormatException _) {
      return null;
    }
  }
}
