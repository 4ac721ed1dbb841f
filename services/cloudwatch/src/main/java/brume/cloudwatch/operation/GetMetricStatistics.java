package brume.cloudwatch.operation;

import brume.cloudwatch.data.Datapoints;
import brume.cloudwatch.metric.MetricName;
import brume.cloudwatch.metric.Summary;
import brume.cloudwatch.query.Queries;
import brume.cloudwatch.query.Series;
import brume.model.cloudwatch.CloudWatchError;
import brume.model.cloudwatch.Datapoint;
import brume.model.cloudwatch.GetMetricStatisticsInput;
import brume.model.cloudwatch.GetMetricStatisticsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Tells statistics of one metric by period. Periods begin at the start time, rounded down to a
/// minute; data in different units makes data points of its own.
public final class GetMetricStatistics
    implements Operation<GetMetricStatisticsInput, GetMetricStatisticsOutput> {
  /// Source: Amazon CloudWatch API reference, "GetMetricStatistics".
  private static final int MAX_DATAPOINTS = 1440;

  private static final int MINUTE = 60;

  private final Datapoints datapoints;

  public GetMetricStatistics(Datapoints datapoints) {
    this.datapoints = datapoints;
  }

  @Override
  public Access access(Call call, GetMetricStatisticsInput input) {
    return Access.toAny("cloudwatch:GetMetricStatistics");
  }

  @Override
  public GetMetricStatisticsOutput run(Call call, GetMetricStatisticsInput input) {
    check(input);
    int period = input.period();
    long start = Span.floor(input.startTime(), Math.min(period, MINUTE));
    var series =
        new Series(
            call.scope(),
            MetricName.of(input.namespace(), input.metricName(), input.dimensions()),
            input.unit());
    var found = new ArrayList<Datapoint>();
    series
        .byUnit(datapoints, start, input.endTime().getEpochSecond(), period)
        .forEach(
            (begin, units) ->
                units.forEach((unit, summary) -> found.add(point(input, begin, unit, summary))));
    return new GetMetricStatisticsOutput(found, input.metricName());
  }

  private static void check(GetMetricStatisticsInput input) {
    if (input.statistics() == null && input.extendedStatistics() == null) {
      throw CloudWatchError.MISSING_REQUIRED_PARAMETER_EXCEPTION.because(
          "Must specify either Statistics or ExtendedStatistics");
    }
    Span.check(input.startTime(), input.endTime());
    Span.checkPeriod(input.period());
    long seconds = input.endTime().getEpochSecond() - input.startTime().getEpochSecond();
    long points = Math.ceilDiv(seconds, input.period());
    if (points > MAX_DATAPOINTS) {
      throw CloudWatchError.INVALID_PARAMETER_COMBINATION_EXCEPTION.because(
          String.format(
              java.util.Locale.ROOT,
              "You have requested up to %,d datapoints, which exceeds the limit of %,d. You may"
                  + " reduce the datapoints requested by increasing Period, or decreasing the time"
                  + " range.",
              points,
              MAX_DATAPOINTS));
    }
  }

  private static Datapoint point(
      GetMetricStatisticsInput input, long begin, String unit, Summary summary) {
    var point = Datapoint.builder().timestamp(Instant.ofEpochSecond(begin)).unit(unit);
    for (var name : orEmpty(input.statistics())) {
      var value = Queries.statistic(name).of(summary);
      switch (name) {
        case "Average" -> point.average(value);
        case "Sum" -> point.sum(value);
        case "Minimum" -> point.minimum(value);
        case "Maximum" -> point.maximum(value);
        default -> point.sampleCount(value);
      }
    }
    var extended = new TreeMap<String, Double>();
    for (var name : orEmpty(input.extendedStatistics())) {
      var value = Queries.statistic(name).of(summary);
      if (value != null) {
        extended.put(name, value);
      }
    }
    return point.extendedStatistics(extended.isEmpty() ? null : extended).build();
  }

  private static List<String> orEmpty(@Nullable List<String> names) {
    return names == null ? List.of() : names;
  }
}
