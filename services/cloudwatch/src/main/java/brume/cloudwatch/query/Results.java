package brume.cloudwatch.query;

import brume.base.Scope;
import brume.cloudwatch.data.Datapoints;
import brume.cloudwatch.metric.MetricName;
import brume.cloudwatch.metric.Statistic;
import brume.model.cloudwatch.MetricStat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What queries are worth in a time.
public final class Results implements Expression.Scope {
  /// Periods of a time series that is filled. Source: the most data points of one `GetMetricData`.
  private static final int MAX_TIMES = 100_800;

  private final Queries queries;
  private final Datapoints datapoints;
  private final Scope scope;
  private final Queries.Span span;
  private final Map<String, Line> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  Results(Queries queries, Datapoints datapoints, Scope scope, Queries.Span span) {
    this.queries = queries;
    this.datapoints = datapoints;
    this.scope = scope;
    this.span = span;
  }

  /// The time series of a query.
  public List<Line.Points> series(String id) {
    return byId(id).lines().stream()
        .map(
            line -> {
              if (line instanceof Line.Points points) {
                return points;
              }
              throw Expression.wrong("The result of " + id + " is a scalar, not a time series");
            })
        .toList();
  }

  @Override
  public Line byId(String id) {
    var there = known.get(id);
    if (there != null) {
      return there;
    }
    var query = queries.get(id);
    if (!open.add(id)) {
      throw Queries.invalid("The expression " + id + " refers to itself.");
    }
    var expression = queries.expression(id);
    var found =
        expression == null
            ? read(Objects.requireNonNull(query.metricStat()), query.label())
            : expression.of(this);
    known.put(id, found);
    return found;
  }

  private Line read(MetricStat stat, @Nullable String label) {
    var metric = MetricName.of(stat.metric());
    var statistic = Queries.statistic(stat.stat());
    var name = label == null ? metric.name() : label;
    return read(metric, stat.unit(), statistic, stat.period(), name);
  }

  private Line.Points read(
      MetricName metric, @Nullable String unit, Statistic statistic, int period, String label) {
    var values =
        new Series(scope, metric, unit)
            .values(datapoints, span.first(period), span.end(), period, statistic);
    return new Line.Points(label, period, new TreeMap<>(values));
  }

  @Override
  public List<String> metrics() {
    return queries.metrics();
  }

  @Override
  public Line search(String query, Statistic statistic, int period) {
    var found = Finding.of(datapoints, scope, query, span.end());
    return new Line.Several(
        found.metrics().stream()
            .<Line>map(metric -> read(metric, null, statistic, period, found.label(metric)))
            .toList());
  }

  @Override
  public List<Long> times(int period) {
    long first = span.first(period);
    long count = Math.ceilDiv(span.end() - first, period);
    if (count > MAX_TIMES) {
      throw Expression.wrong("A time series cannot have more than " + MAX_TIMES + " values");
    }
    return LongStream.range(0, count).map(index -> first + index * period).boxed().toList();
  }

  @Override
  public int shortestPeriod() {
    return queries.shortestPeriod();
  }
}
