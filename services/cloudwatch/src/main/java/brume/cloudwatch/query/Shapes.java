package brume.cloudwatch.query;

import static brume.cloudwatch.query.Expression.wrong;

import java.util.List;
import java.util.TreeMap;

/// What becomes of a time series by the course of its values.
final class Shapes {
  private Shapes() {}

  private interface Step {
    double of(double change, long seconds);
  }

  static Line.Points difference(Line.Points line) {
    return steps(line, (change, _) -> change);
  }

  static Line.Points timeDifference(Line.Points line) {
    return steps(line, (_, seconds) -> (double) seconds);
  }

  static Line.Points rate(Line.Points line) {
    return steps(line, (change, seconds) -> change / seconds);
  }

  /// One for each value but the first.
  private static Line.Points steps(Line.Points line, Step step) {
    var found = new TreeMap<Long, Double>();
    var last = line.values().firstEntry();
    for (var entry : line.values().entrySet()) {
      if (entry.getKey() > last.getKey()) {
        double change = entry.getValue() - last.getValue();
        Line.put(found, entry.getKey(), step.of(change, entry.getKey() - last.getKey()));
      }
      last = entry;
    }
    return line.withValues(found);
  }

  static Line.Points runningSum(Line.Points line) {
    var found = new TreeMap<Long, Double>();
    double sum = 0;
    for (var entry : line.values().entrySet()) {
      sum += entry.getValue();
      Line.put(found, entry.getKey(), sum);
    }
    return line.withValues(found);
  }

  /// `TIME_SERIES(scalar)`.
  static Line constant(Expression.Scope scope, List<Expression> given) {
    if (!(given.getFirst().of(scope) instanceof Line.Constant(double value))) {
      throw wrong("TIME_SERIES takes a scalar");
    }
    var found = new TreeMap<Long, Double>();
    int period = scope.shortestPeriod();
    scope.times(period).forEach(time -> Line.put(found, time, value));
    return new Line.Points("", period, found);
  }
}
