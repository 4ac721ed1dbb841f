package brume.cloudwatch.metric;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The least value that is not less than a share of all values: the nearest rank.
///
/// @param percent 0 to 100
record Percentile(double percent) implements Statistic {
  private static final Pattern SPELLING = Pattern.compile("p(\\d{1,2}(?:\\.\\d{0,10})?|100)");
  private static final double ALL = 100;

  /// Below what adding counts loses.
  private static final double TOLERANCE = 1e-9;

  static Optional<Statistic> parse(String text) {
    var matcher = SPELLING.matcher(text);
    return matcher.matches()
        ? Optional.of(new Percentile(Double.parseDouble(matcher.group(1))))
        : Optional.empty();
  }

  @Override
  public @Nullable Double of(Summary summary) {
    var values = summary.values();
    if (values == null || summary.minimum() < 0) {
      return null;
    }
    double wanted = percent / ALL * values.total();
    double seen = 0;
    for (var entry : values.counts().entrySet()) {
      seen += entry.getValue();
      if (seen >= wanted - TOLERANCE) {
        return entry.getKey();
      }
    }
    return values.counts().lastKey();
  }
}
