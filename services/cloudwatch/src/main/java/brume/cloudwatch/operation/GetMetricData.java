package brume.cloudwatch.operation;

import brume.cloudwatch.data.Datapoints;
import brume.cloudwatch.query.Line;
import brume.cloudwatch.query.Queries;
import brume.model.cloudwatch.CloudWatchError;
import brume.model.cloudwatch.GetMetricDataInput;
import brume.model.cloudwatch.GetMetricDataOutput;
import brume.model.cloudwatch.MetricDataQuery;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Tells values of several metrics and of formulas over them.
public final class GetMetricData implements Operation<GetMetricDataInput, GetMetricDataOutput> {
  /// Of one request. Source: Amazon CloudWatch API reference, "GetMetricData".
  private static final int MAX_QUERIES = 500;

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
    Lacking.refuse("LabelOptions", input.labelOptions() != null);
    Span.check(input.startTime(), input.endTime());
    if (input.metricDataQueries().size() > MAX_QUERIES) {
      throw CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "The collection MetricDataQueries must not have a size greater than "
              + MAX_QUERIES
              + ".");
    }
    input.metricDataQueries().forEach(GetMetricData::check);
    long start = input.startTime().getEpochSecond();
    var span = new Queries.Span(start, input.endTime().getEpochSecond(), true);
    var results = new Queries(input.metricDataQueries()).over(datapoints, call.scope(), span);
    var page = MetricDataPage.of(input);
    for (var query : input.metricDataQueries()) {
      if (!Boolean.FALSE.equals(query.returnData())) {
        var series = results.series(query.id());
        series.forEach(line -> page.add(query.id(), label(query, line, series.size()), line));
      }
    }
    return page.output();
  }

  private static void check(MetricDataQuery query) {
    if (query.metricStat() != null) {
      Span.checkPeriod(query.metricStat().period());
    }
    Lacking.refuse("dynamic labels", query.label() != null && query.label().contains("${"));
  }

  private static String label(MetricDataQuery query, Line.Points line, int lines) {
    var given = query.label();
    if (query.metricStat() != null) {
      return line.label();
    }
    if (lines == 1) {
      return given == null ? query.id() : given;
    }
    return given == null ? line.label() : given + ' ' + line.label();
  }
}
