package brume.cloudwatch.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// What a metric or an expression is worth: a number for each time that has one, the same number
/// for all times, or several of these.
public sealed interface Line {
  /// @param label what tells it from others of an array
  /// @param period in seconds
  /// @param values by time, in seconds since 1970
  record Points(String label, int period, NavigableMap<Long, Double> values) implements Line {
    Points withValues(NavigableMap<Long, Double> others) {
      return new Points(label, period, others);
    }
  }

  record Constant(double value) implements Line {}

  /// @param lines no arrays among them
  record Several(List<Line> lines) implements Line {
    static Several of(List<Line> lines) {
      return new Several(lines.stream().flatMap(line -> line.lines().stream()).toList());
    }
  }

  /// Those of an array, or this one.
  default List<Line> lines() {
    return this instanceof Several(var lines) ? lines : List.of(this);
  }

  /// The line with each of its numbers changed.
  default Line each(DoubleUnaryOperator change) {
    return switch (this) {
      case Constant(double value) -> new Constant(change.applyAsDouble(value));
      case Several(var lines) ->
          new Several(lines.stream().map(line -> line.each(change)).toList());
      case Points points -> {
        var changed = new TreeMap<Long, Double>();
        points.values.forEach((time, value) -> put(changed, time, change.applyAsDouble(value)));
        yield points.withValues(changed);
      }
    };
  }

  /// The line with each of its time series changed; constants stay.
  default Line eachSeries(UnaryOperator<Points> change) {
    return switch (this) {
      case Constant constant -> constant;
      case Several(var lines) ->
          new Several(lines.stream().map(line -> line.eachSeries(change)).toList());
      case Points points -> change.apply(points);
    };
  }

  /// The numbers of two lines put together. One that is missing at a time where the other has one
  /// counts as zero.
  default Line with(Line other, DoubleBinaryOperator operator) {
    return switch (this) {
      case Several(var lines) ->
          new Several(lines.stream().map(line -> line.with(other, operator)).toList());
      case Constant(double value) -> other.each(right -> operator.applyAsDouble(value, right));
      case Points points ->
          switch (other) {
            case Constant(double right) -> each(left -> operator.applyAsDouble(left, right));
            case Several(var lines) ->
                new Several(lines.stream().map(line -> with(line, operator)).toList());
            case Points others -> joined(points, others, operator);
          };
    };
  }

  private static Points joined(Points left, Points right, DoubleBinaryOperator operator) {
    var times = new TreeSet<>(left.values.keySet());
    times.addAll(right.values.keySet());
    var both = new TreeMap<Long, Double>();
    for (long time : times) {
      double one = left.values.getOrDefault(time, 0.0);
      put(both, time, operator.applyAsDouble(one, right.values.getOrDefault(time, 0.0)));
    }
    return new Points(left.label, Math.max(left.period, right.period), both);
  }

  /// A statistic: of one line over all times, of several lines at each time that one of them has.
  default Line reduced(ToDoubleFunction<Collection<Double>> statistic) {
    return switch (this) {
      case Constant constant -> constant;
      case Points points ->
          points.values.isEmpty()
              ? this
              : new Constant(statistic.applyAsDouble(points.values.values()));
      case Several(var lines) -> {
        var reduced = new TreeMap<Long, Double>();
        gathered(lines).forEach((time, all) -> put(reduced, time, statistic.applyAsDouble(all)));
        yield new Points("", longestPeriod(lines), reduced);
      }
    };
  }

  private static NavigableMap<Long, List<Double>> gathered(List<Line> lines) {
    var gathered = new TreeMap<Long, List<Double>>();
    for (var line : lines) {
      if (line instanceof Points points) {
        points.values.forEach(
            (time, value) -> gathered.computeIfAbsent(time, _ -> new ArrayList<>()).add(value));
      }
    }
    for (var line : lines) {
      if (line instanceof Constant(double value)) {
        gathered.values().forEach(all -> all.add(value));
      }
    }
    return gathered;
  }

  private static int longestPeriod(List<Line> lines) {
    return lines.stream()
        .mapToInt(line -> line instanceof Points points ? points.period : 1)
        .max()
        .orElse(1);
  }

  /// There is no point where a computation has no result, such as behind a division by zero.
  static void put(NavigableMap<Long, Double> points, long time, double value) {
    if (Double.isFinite(value)) {
      points.put(time, value);
    }
  }
}
