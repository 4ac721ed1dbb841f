package brume.cloudwatch.metric;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A statistic of the values within a range.
///
/// Source: Amazon CloudWatch User Guide, "CloudWatch statistics definitions".
record Trimmed(Kind kind, Range range) implements Statistic {
  private static final Pattern SHORT =
      Pattern.compile("(tm|tc|ts|wm)(\\d{1,2}(?:\\.\\d{0,10})?|100)");
  private static final Pattern LONG = Pattern.compile("(TM|TC|TS|WM|PR)(\\(.*\\))");
  private static final double FIRST_QUARTILE = 25;
  private static final double THIRD_QUARTILE = 75;
  private static final double ALL = 100;

  enum Kind {
    /// Mean.
    TM,
    /// Count.
    TC,
    /// Sum.
    TS,
    /// Winsorized mean: of all values, those outside moved to the bounds.
    WM,
    /// Percentile rank: how many percent of all values lie within.
    PR
  }

  static Optional<Statistic> parse(String text) {
    if (text.equals("IQM")) {
      var middle = Range.betweenPercents(FIRST_QUARTILE, THIRD_QUARTILE);
      return Optional.of(new Trimmed(Kind.TM, middle));
    }
    var brief = SHORT.matcher(text);
    if (brief.matches()) {
      var kind = Kind.valueOf(brief.group(1).toUpperCase(java.util.Locale.ROOT));
      return Optional.of(new Trimmed(kind, Range.upTo(Double.parseDouble(brief.group(2)))));
    }
    var full = LONG.matcher(text);
    if (!full.matches()) {
      return Optional.empty();
    }
    var kind = Kind.valueOf(full.group(1));
    return Range.parse(full.group(2))
        .filter(range -> kind != Kind.PR || !range.isPercent())
        .map(range -> new Trimmed(kind, range));
  }

  @Override
  public @Nullable Double of(Summary summary) {
    var values = summary.values();
    if (values == null || summary.minimum() < 0) {
      return null;
    }
    var within = range.of(values);
    return switch (kind) {
      case TM -> within.isEmpty() ? null : sum(within) / count(within);
      case TC -> count(within);
      case TS -> sum(within);
      case PR -> ALL * count(within) / values.total();
      case WM -> within.isEmpty() && range.isPercent() ? null : winsorized(values, within);
    };
  }

  private double winsorized(Distribution values, NavigableMap<Double, Double> within) {
    double sum = 0;
    for (var entry : values.counts().entrySet()) {
      sum += range.clamp(entry.getKey(), within) * entry.getValue();
    }
    return sum / values.total();
  }

  private static double count(NavigableMap<Double, Double> counts) {
    return new Distribution(0, counts).total();
  }

  private static double sum(NavigableMap<Double, Double> counts) {
    double sum = 0;
    for (var entry : counts.entrySet()) {
      sum += entry.getKey() * entry.getValue();
    }
    return sum;
  }
}
