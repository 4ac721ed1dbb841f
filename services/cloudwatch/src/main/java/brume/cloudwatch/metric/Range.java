package brume.cloudwatch.metric;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The part of the measured values that a trimmed statistic is made of.
///
/// Source: Amazon CloudWatch User Guide, "CloudWatch statistics definitions".
///
/// @param low what is not above it is left out: a value, or a percentage of all values
/// @param high what is above it is left out
/// @param isPercent whether the bounds are percentages, from 0 to 100
record Range(@Nullable Double low, @Nullable Double high, boolean isPercent) {
  private static final String NUMBER = "\\d+(?:\\.\\d{0,10})?";
  private static final Pattern SPELLING =
      Pattern.compile(
          "\\((?<low>"
              + NUMBER
              + ")?(?<lowPercent>%)?:(?<high>"
              + NUMBER
              + ")?(?<highPercent>%)?\\)");
  private static final double ALL = 100;

  /// Below what adding counts loses.
  private static final double TOLERANCE = 1e-9;

  /// Reads `(2%:98%)`, `(150:1000)`, `(:95%)` and the like; empty for any other text.
  static Optional<Range> parse(String text) {
    var matcher = SPELLING.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var low = number(matcher.group("low"));
    var high = number(matcher.group("high"));
    boolean isLowPercent = matcher.group("lowPercent") != null;
    boolean isHighPercent = matcher.group("highPercent") != null;
    boolean isPercent = isLowPercent || isHighPercent;
    boolean isSensible =
        (low != null || high != null)
            && (low == null || high == null || (low < high && isLowPercent == isHighPercent))
            && (low != null || !isLowPercent)
            && (high != null || !isHighPercent)
            && (!isPercent || Math.max(orZero(low), orZero(high)) <= ALL);
    return isSensible ? Optional.of(new Range(low, high, isPercent)) : Optional.empty();
  }

  private static @Nullable Double number(@Nullable String text) {
    return text == null ? null : Double.valueOf(text);
  }

  private static double orZero(@Nullable Double number) {
    return number == null ? 0 : number;
  }

  /// The lowest part of all values.
  static Range upTo(double percent) {
    return new Range(null, percent, true);
  }

  static Range betweenPercents(double low, double high) {
    return new Range(low, high, true);
  }

  /// The values within, with how often each was measured. Percentages end at the nearest ranks, as
  /// percentiles do.
  NavigableMap<Double, Double> of(Distribution values) {
    if (!isPercent) {
      return values
          .counts()
          .subMap(
              low == null ? Double.NEGATIVE_INFINITY : low,
              false,
              high == null ? Double.POSITIVE_INFINITY : high,
              true);
    }
    double total = values.total();
    double from = rank(low == null ? 0 : low, total);
    double to = rank(high == null ? ALL : high, total);
    var within = new TreeMap<Double, Double>();
    double seen = 0;
    for (Map.Entry<Double, Double> entry : values.counts().entrySet()) {
      double end = seen + entry.getValue();
      double count = Math.min(end, to) - Math.max(seen, from);
      if (count > 0) {
        within.put(entry.getKey(), count);
      }
      seen = end;
    }
    return within;
  }

  private static double rank(double percent, double total) {
    return Math.ceil(percent / ALL * total - TOLERANCE);
  }

  /// Where values outside are moved to: the bounds, or the outermost values within.
  ///
  /// @param within what [#of] gives, not empty where bounds are percentages
  double clamp(double value, NavigableMap<Double, Double> within) {
    if (isPercent) {
      return Math.clamp(value, within.firstKey(), within.lastKey());
    }
    double least = low == null ? Double.NEGATIVE_INFINITY : low;
    double most = high == null ? Double.POSITIVE_INFINITY : high;
    return Math.clamp(value, least, most);
  }
}
