package brume.cloudwatch.query;

import brume.cloudwatch.metric.Statistic;
import brume.model.cloudwatch.CloudWatchError;
import java.util.ArrayList;
import java.util.List;

/// A formula of metric math, or what a function is told beside formulas.
interface Expression {
  Line of(Scope scope);

  /// A text in quotes.
  record Text(String text) implements Expression {
    @Override
    public Line of(Scope scope) {
      throw wrong("'" + text + "' is no time series");
    }
  }

  /// A word such as `REPEAT` or `DESC`. Ids of queries begin with lower case letters.
  record Word(String word) implements Expression {
    @Override
    public Line of(Scope scope) {
      throw wrong(word + " is no time series");
    }
  }

  /// Where formulas get their numbers from.
  interface Scope {
    /// Throws for an id that no query has.
    Line byId(String id);

    /// The ids of all queries that are no expressions.
    List<String> metrics();

    /// The metrics that a search finds.
    ///
    /// @param period in seconds
    Line search(String query, Statistic statistic, int period);

    /// The times of all periods.
    ///
    /// @param period in seconds
    List<Long> times(int period);

    /// The shortest of all metrics, in seconds.
    int shortestPeriod();
  }

  static brume.shape.ServiceException wrong(String why) {
    return CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(
        "Error in expression: " + why + ".");
  }

  /// All of the formulas in one array.
  static Line array(List<Expression> items, Scope scope) {
    var lines = new ArrayList<Line>();
    items.forEach(item -> lines.add(item.of(scope)));
    return Line.Several.of(lines);
  }
}
