package brume.cloudwatch.operation;

import brume.cloudwatch.data.Datapoints;
import brume.cloudwatch.query.Line;
import brume.cloudwatch.query.Queries;
import brume.model.cloudwatch.CloudWatchError;
import brume.model.cloudwatch.GetMetricDataInput;
import brume.model.cloudwatch.GetMetricDataOutput;
import brume.model.cloudwatch.MetricDataQuery;
import brume.model.cloudwatch.MetricDataResult;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Tells values of several metrics and of formulas over them.
public final class GetMetricData implements Operation<GetMetricDataInput, GetMetricDataOutput> {
  /// Of one request. Source: Amazon CloudWatch API reference, "GetMetricData".
  private static final int MAX_QUERIES = 500;

  /// Of one answer; what has more is refused, as it has no pages here.
  private static final int MAX_DATAPOINTS = 100_800;

  private final Datapoints datapoints;

  public GetMetricData(Datapoints datapoints) {
    this.datapoints = datapoints;
  }

  @Override
  public Access access(Call call, GetMetricDataInput input) {
    return Access.toAny("cloudwatch:GetMetricData");
  }

  @Override
  public GetMetricDataOutput run(Call call, GetMetricDataInput input) {
    Lacking.refuse("NextToken of GetMetricData", input.nextToken() != null);
    Lacking.refuse("LabelOptions", input.labelOptions() != null);
    Span.check(input.startTime(), input.endTime());
    if (input.metricDataQueries().size() > MAX_QUERIES) {
      throw CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The collection MetricDataQueries must not have a size greater than "
              + MAX_QUERIES
              + ".");
    }
    var queries = new Queries(input.metricDataQueries());
    var span =
        new Queries.Span(
            input.startTime().getEpochSecond(), input.endTime().getEpochSecond(), true);
    int room = input.maxDatapoints() == null ? MAX_DATAPOINTS : input.maxDatapoints();
    var results = new ArrayList<MetricDataResult>();
    for (var query : input.metricDataQueries()) {
      check(query);
      if (Boolean.FALSE.equals(query.returnData())) {
        continue;
      }
      var points = points(queries.line(datapoints, call.scope(), span, query.id()), span);
      room -= points.size();
      Lacking.refuse("more data points than MaxDatapoints in pages", room < 0);
      results.add(result(query, points, "TimestampAscending".equals(input.scanBy())));
    }
    return GetMetricDataOutput.builder().metricDataResults(results).build();
  }

  private static void check(MetricDataQuery query) {
    if (query.metricStat() != null) {
      Span.checkPeriod(query.metricStat().period());
    }
    Lacking.refuse("dynamic labels", query.label() != null && query.label().contains("${"));
  }

  private static NavigableMap<Long, Double> points(Line line, Queries.Span span) {
    return switch (line) {
      case Line.Points(var values) -> values;
      case Line.Constant(double value) -> {
        var one = new TreeMap<Long, Double>();
        one.put(span.start(), value);
        yield one;
      }
      case Line.Several _ -> {
        Lacking.refuse("expressions that return several time series", true);
        yield new TreeMap<>();
      }
    };
  }

  private static MetricDataResult result(
      MetricDataQuery query, NavigableMap<Long, Double> points, boolean isAscending) {
    var ordered = isAscending ? points : points.descendingMap();
    return MetricDataResult.builder()
        .id(query.id())
        .label(label(query))
        .timestamps(ordered.keySet().stream().map(Instant::ofEpochSecond).toList())
        .values(new ArrayList<>(ordered.values()))
        .statusCode("Complete")
        .build();
  }

  private static String label(MetricDataQuery query) {
    if (query.label() != null) {
      return query.label();
    }
    var stat = query.metricStat();
    var name = stat == null ? null : stat.metric().metricName();
    return name == null ? query.id() : name;
  }
}
