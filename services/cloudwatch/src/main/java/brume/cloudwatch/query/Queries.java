package brume.cloudwatch.query;

import brume.base.Scope;
import brume.cloudwatch.data.Datapoints;
import brume.cloudwatch.metric.Statistic;
import brume.model.cloudwatch.CloudWatchError;
import brume.model.cloudwatch.MetricDataQuery;
import brume.service.CommonError;
import brume.shape.ServiceException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Queries that may use each other's results by their ids.
public final class Queries {
  private static final Pattern ID = Pattern.compile("[a-z]\\w*");
  private static final Pattern INSIGHTS = Pattern.compile("(?is)\\s*SELECT\\s.*");
  private static final int MINUTE = 60;

  private final Map<String, MetricDataQuery> queries = new LinkedHashMap<>();
  private final Map<String, Expression> expressions = new HashMap<>();

  /// Throws when they are not well formed.
  public Queries(List<MetricDataQuery> all) {
    for (var query : all) {
      check(query);
      if (queries.put(query.id(), query) != null) {
        throw invalid("The id " + query.id() + " is used more than once.");
      }
      if (query.expression() != null) {
        expressions.put(query.id(), ExpressionParser.parse(query.expression()));
      }
    }
  }

  private static void check(MetricDataQuery query) {
    if (!ID.matcher(query.id()).matches()) {
      throw invalid(
          "The value "
              + query.id()
              + " for parameter Id is not matching the expected"
              + " pattern ^[a-z][a-zA-Z0-9_]*$.");
    }
    if ((query.expression() == null) == (query.metricStat() == null)) {
      throw invalid("Query " + query.id() + " must have either Expression or MetricStat.");
    }
    lacking("AccountId of queries", query.accountId() != null);
    var expression = query.expression();
    lacking(
        "Metrics Insights queries", expression != null && INSIGHTS.matcher(expression).matches());
    if (query.metricStat() != null) {
      var _ = statistic(query.metricStat().stat());
    }
  }

  private static void lacking(String what, boolean isGiven) {
    if (isGiven) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's CloudWatch does not have " + what + " yet");
    }
  }

  /// @param isAligned whether periods begin at multiples of their length, not at `start`
  public record Span(long start, long end, boolean isAligned) {
    /// Where the first period begins, in seconds since 1970.
    long first(int period) {
      return isAligned ? start - Math.floorMod(start, (long) period) : start;
    }
  }

  /// What the queries are worth in a time; each metric is read once.
  public Results over(Datapoints datapoints, Scope scope, Span span) {
    return new Results(this, datapoints, scope, span);
  }

  MetricDataQuery get(String id) {
    var query = queries.get(id);
    if (query == null) {
      throw invalid("Undefined variable " + id + " in an expression.");
    }
    return query;
  }

  @Nullable Expression expression(String id) {
    return expressions.get(id);
  }

  List<String> metrics() {
    return queries.keySet().stream().filter(id -> !expressions.containsKey(id)).toList();
  }

  int shortestPeriod() {
    return queries.values().stream()
        .map(query -> query.metricStat() == null ? query.period() : query.metricStat().period())
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .min()
        .orElse(MINUTE);
  }

  public static Statistic statistic(String text) {
    return Statistic.parse(text)
        .orElseThrow(() -> invalid("The value " + text + " for parameter Stat is not supported."));
  }

  static ServiceException invalid(String text) {
    return CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(text);
  }
}
