package brume.cloudwatch.query;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/// What a metric or an expression is worth: a number for each time that has one, the same number
/// for all times, or several lines.
public sealed interface Line {
  /// @param values by time, in seconds since 1970
  record Points(NavigableMap<Long, Double> values) implements Line {}

  record Constant(double value) implements Line {}

  record Several(List<Line> lines) implements Line {}

  /// The line with each of its numbers changed.
  default Line each(DoubleUnaryOperator change) {
    return switch (this) {
      case Constant(double value) -> new Constant(change.applyAsDouble(value));
      case Several(var lines) ->
          new Several(lines.stream().map(line -> line.each(change)).toList());
      case Points(var values) -> {
        var changed = new TreeMap<Long, Double>();
        values.forEach((time, value) -> put(changed, time, change.applyAsDouble(value)));
        yield new Points(changed);
      }
    };
  }

  /// The numbers of two lines put together, at the times that both have.
  default Line with(Line other, DoubleBinaryOperator operator) {
    return switch (this) {
      case Several(var lines) ->
          new Several(lines.stream().map(line -> line.with(other, operator)).toList());
      case Constant(double value) -> other.each(right -> operator.applyAsDouble(value, right));
      case Points(var values) ->
          switch (other) {
            case Constant(double right) -> each(left -> operator.applyAsDouble(left, right));
            case Several(var lines) ->
                new Several(lines.stream().map(line -> with(line, operator)).toList());
            case Points(var theirs) -> {
              var both = new TreeMap<Long, Double>();
              values.forEach(
                  (time, left) -> {
                    var right = theirs.get(time);
                    if (right != null) {
                      put(both, time, operator.applyAsDouble(left, right));
                    }
                  });
              yield new Points(both);
            }
          };
    };
  }

  /// A statistic: of one line over all times, of several lines at each time that one of them has.
  default Line reduced(ToDoubleFunction<Collection<Double>> statistic) {
    return switch (this) {
      case Constant constant -> constant;
      case Points(var values) ->
          values.isEmpty() ? this : new Constant(statistic.applyAsDouble(values.values()));
      case Several(var lines) -> {
        var gathered = new TreeMap<Long, List<Double>>();
        for (var line : lines) {
          if (line instanceof Points(var values)) {
            values.forEach(
                (time, value) ->
                    gathered.computeIfAbsent(time, _ -> new java.util.ArrayList<>()).add(value));
          }
        }
        var reduced = new TreeMap<Long, Double>();
        gathered.forEach((time, all) -> put(reduced, time, statistic.applyAsDouble(all)));
        yield new Points(reduced);
      }
    };
  }

  /// There is no point where a computation has no result, such as behind a division by zero.
  private static void put(NavigableMap<Long, Double> points, long time, double value) {
    if (Double.isFinite(value)) {
      points.put(time, value);
    }
  }
}
