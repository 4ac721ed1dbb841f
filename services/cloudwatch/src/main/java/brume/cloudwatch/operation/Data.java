package brume.cloudwatch.operation;

import static brume.model.cloudwatch.CloudWatchError.INVALID_PARAMETER_COMBINATION_EXCEPTION;
import static brume.model.cloudwatch.CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION;
import static brume.model.cloudwatch.CloudWatchError.MISSING_REQUIRED_PARAMETER_EXCEPTION;

import brume.cloudwatch.data.Sample;
import brume.cloudwatch.metric.MetricName;
import brume.cloudwatch.metric.Summary;
import brume.model.cloudwatch.MetricDatum;
import brume.model.cloudwatch.PutMetricDataInput;
import brume.model.cloudwatch.StatisticSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads and checks the data of a `PutMetricData`.
///
/// Sources: Amazon CloudWatch API reference, "PutMetricData" and "MetricDatum"; the words of the
/// refusals are what the service answers.
final class Data {
  /// Of one request.
  private static final int MAX_DATA = 1000;

  /// Of one datum.
  private static final int MAX_VALUES = 150;

  private static final Duration LATEST = Duration.ofHours(2);
  private static final Duration EARLIEST = Duration.ofDays(14);

  /// The magnitude of every value.
  private static final double MAX_VALUE = Math.pow(2, 360);

  private Data() {}

  static List<Sample> samples(PutMetricDataInput input, Instant now) {
    var data = input.metricData();
    if (data == null || data.isEmpty()) {
      throw MISSING_REQUIRED_PARAMETER_EXCEPTION.because("The parameter MetricData is required.");
    }
    if (data.size() > MAX_DATA) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The collection MetricData must not have a size greater than " + MAX_DATA + ".");
    }
    var samples = new ArrayList<Sample>(data.size());
    for (int i = 0; i < data.size(); i++) {
      samples.add(sample(input.namespace(), data.get(i), "MetricData.member." + (i + 1), now));
    }
    return samples;
  }

  private static Sample sample(String namespace, MetricDatum datum, String path, Instant now) {
    var time = datum.timestamp() == null ? now : datum.timestamp();
    if (time.isAfter(now.plus(LATEST))) {
      throw invalid(path + ".Timestamp must specify a time no more than two hours in the future.");
    }
    if (time.isBefore(now.minus(EARLIEST))) {
      throw invalid(path + ".Timestamp must specify a time within the past two weeks.");
    }
    int resolution = datum.storageResolution() == null ? 60 : datum.storageResolution();
    if (resolution != 1 && resolution != 60) {
      throw invalid(path + ".StorageResolution must be 1 or 60.");
    }
    return new Sample(
        MetricName.of(namespace, datum.metricName(), datum.dimensions()),
        time,
        datum.unit() == null ? "None" : datum.unit(),
        resolution == 1,
        summary(datum, path));
  }

  private static Summary summary(MetricDatum datum, String path) {
    var given = new ArrayList<String>();
    addGiven(given, path + ".Value", datum.value());
    addGiven(given, path + ".Values", datum.values());
    addGiven(given, path + ".StatisticValues", datum.statisticValues());
    if (given.size() > 1) {
      throw INVALID_PARAMETER_COMBINATION_EXCEPTION.because(
          "The parameters "
              + String.join(" and ", given)
              + " are mutually exclusive and you have specified "
              + (given.size() == 2 ? "both." : "all."));
    }
    if (datum.value() != null) {
      return Summary.of(checked(datum.value(), path + ".Value"), 1);
    }
    if (datum.values() != null) {
      return ofValues(datum.values(), datum.counts(), path);
    }
    if (datum.statisticValues() != null) {
      return ofStatistics(datum.statisticValues(), path + ".StatisticValues");
    }
    throw MISSING_REQUIRED_PARAMETER_EXCEPTION.because(
        "At least one of the parameters "
            + path
            + ".Value, "
            + path
            + ".Values and "
            + path
            + ".StatisticValues must be specified.");
  }

  private static void addGiven(List<String> given, String name, @Nullable Object value) {
    if (value != null) {
      given.add(name);
    }
  }

  private static Summary ofValues(List<Double> values, @Nullable List<Double> counts, String path) {
    if (values.isEmpty() || values.size() > MAX_VALUES) {
      throw invalid(path + ".Values must have 1 to " + MAX_VALUES + " members.");
    }
    if (counts != null && counts.size() != values.size()) {
      throw invalid(path + ".Values and " + path + ".Counts must be of the same size.");
    }
    Summary sum = null;
    for (int i = 0; i < values.size(); i++) {
      double count = counts == null ? 1 : checked(counts.get(i), path + ".Counts");
      if (count <= 0) {
        throw invalid(path + ".Counts must be greater than 0.");
      }
      var one = Summary.of(checked(values.get(i), path + ".Values"), count);
      sum = sum == null ? one : sum.plus(one);
    }
    return java.util.Objects.requireNonNull(sum);
  }

  /// Of values that are all the same the set tells everything.
  private static Summary ofStatistics(StatisticSet set, String path) {
    double count = checked(set.sampleCount(), path + ".SampleCount");
    double minimum = checked(set.minimum(), path + ".Minimum");
    double maximum = checked(set.maximum(), path + ".Maximum");
    double sum = checked(set.sum(), path + ".Sum");
    if (count <= 0) {
      throw invalid(path + ".SampleCount must be greater than 0.");
    }
    if (minimum > maximum) {
      throw invalid(path + ".Maximum must be greater than Minimum.");
    }
    return minimum == maximum && sum == minimum * count
        ? Summary.of(minimum, count)
        : new Summary(count, sum, minimum, maximum, null);
  }

  private static double checked(double value, String path) {
    if (Double.isNaN(value)) {
      throw invalid(path + " must not be NaN.");
    }
    if (Math.abs(value) > MAX_VALUE) {
      throw invalid(path + " must be in the range of -2^360 to 2^360.");
    }
    return value;
  }

  private static brume.shape.ServiceException invalid(String text) {
    return INVALID_PARAMETER_VALUE_EXCEPTION.because("The parameter " + text);
  }
}
