package brume.cloudwatch.query;

import brume.base.Scope;
import brume.cloudwatch.data.Datapoints;
import brume.cloudwatch.metric.MetricName;
import brume.cloudwatch.metric.Statistic;
import brume.model.cloudwatch.CloudWatchError;
import brume.model.cloudwatch.MetricDataQuery;
import brume.model.cloudwatch.MetricStat;
import brume.service.CommonError;
import brume.shape.ServiceException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Queries that may use each other's results by their ids.
public final class Queries {
  private static final Pattern ID = Pattern.compile("[a-z]\\w*");

  private final Map<String, MetricDataQuery> queries = new LinkedHashMap<>();
  private final Map<String, Expression> expressions = new HashMap<>();

  /// Throws when they are not well formed.
  public Queries(List<MetricDataQuery> all) {
    for (var query : all) {
      if (!ID.matcher(query.id()).matches()) {
        throw invalid(
            "The value "
                + query.id()
                + " for parameter Id is not matching the expected"
                + " pattern ^[a-z][a-zA-Z0-9_]*$.");
      }
      if (queries.put(query.id(), query) != null) {
        throw invalid("The id " + query.id() + " is used more than once.");
      }
      if ((query.expression() == null) == (query.metricStat() == null)) {
        throw invalid("Query " + query.id() + " must have either Expression or MetricStat.");
      }
      if (query.accountId() != null) {
        throw CommonError.NOT_IMPLEMENTED.because(
            "Brume's CloudWatch does not have AccountId of queries yet");
      }
      if (query.expression() != null) {
        expressions.put(query.id(), ExpressionParser.parse(query.expression()));
      } else if (query.metricStat() != null) {
        var _ = statistic(query.metricStat().stat());
      }
    }
  }

  /// @param isAligned whether periods begin at multiples of their length, not at `start`
  public record Span(long start, long end, boolean isAligned) {}

  /// What the query of an id is worth.
  public Line line(Datapoints datapoints, Scope scope, Span span, String id) {
    return new Run(datapoints, scope, span).line(id);
  }

  /// Reads each metric once.
  private final class Run {
    private final Datapoints datapoints;
    private final Scope scope;
    private final Span span;
    private final Map<String, Line> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    Run(Datapoints datapoints, Scope scope, Span span) {
      this.datapoints = datapoints;
      this.scope = scope;
      this.span = span;
    }

    Line line(String id) {
      var there = known.get(id);
      if (there != null) {
        return there;
      }
      var query = queries.get(id);
      if (query == null) {
        throw invalid("Undefined variable " + id + " in an expression.");
      }
      if (!open.add(id)) {
        throw invalid("The expression " + id + " refers to itself.");
      }
      var expression = expressions.get(id);
      var found =
          expression == null
              ? read(java.util.Objects.requireNonNull(query.metricStat()))
              : expression.of(new Expression.Scope(this::line, metrics()));
      known.put(id, found);
      return found;
    }

    private Line read(MetricStat stat) {
      int period = stat.period();
      long start =
          span.isAligned ? span.start - Math.floorMod(span.start, (long) period) : span.start;
      var series = new Series(scope, MetricName.of(stat.metric()), stat.unit());
      return new Line.Points(
          series.values(datapoints, start, span.end, period, statistic(stat.stat())));
    }
  }

  private List<String> metrics() {
    return queries.keySet().stream().filter(id -> !expressions.containsKey(id)).toList();
  }

  public static Statistic statistic(String text) {
    return Statistic.parse(text)
        .orElseThrow(
            () ->
                text.matches("(?i)(tm|tc|ts|wm|pr)[\\d(].*|IQM")
                    ? CommonError.NOT_IMPLEMENTED.because(
                        "Brume's CloudWatch does not have the statistic " + text + " yet")
                    : invalid("The value " + text + " for parameter Stat is not supported."));
  }

  private static ServiceException invalid(String text) {
    return CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(text);
  }
}
