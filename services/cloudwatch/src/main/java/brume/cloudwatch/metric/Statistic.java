package brume.cloudwatch.metric;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One number made of the values of a stretch of time: a plain statistic, a percentile, or one of
/// the values within a range.
public sealed interface Statistic permits Statistic.Plain, Percentile, Trimmed {
  /// Null where the values do not tell it: of summaries and of negative values only the plain ones
  /// are known.
  @Nullable Double of(Summary summary);

  /// Empty for any other text.
  static Optional<Statistic> parse(String text) {
    for (var plain : Plain.values()) {
      if (plain.spelling.equals(text)) {
        return Optional.of(plain);
      }
    }
    return Percentile.parse(text).or(() -> Trimmed.parse(text));
  }

  /// The statistics of every metric.
  enum Plain implements Statistic {
    SAMPLE_COUNT("SampleCount"),
    AVERAGE("Average"),
    SUM("Sum"),
    MINIMUM("Minimum"),
    MAXIMUM("Maximum");

    private final String spelling;

    Plain(String spelling) {
      this.spelling = spelling;
    }

    @Override
    public Double of(Summary summary) {
      return switch (this) {
        case SAMPLE_COUNT -> summary.count();
        case AVERAGE -> summary.sum() / summary.count();
        case SUM -> summary.sum();
        case MINIMUM -> summary.minimum();
        case MAXIMUM -> summary.maximum();
      };
    }
  }
}
