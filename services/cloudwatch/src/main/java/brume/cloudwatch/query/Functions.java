package brume.cloudwatch.query;

import static brume.cloudwatch.query.Expression.wrong;

import brume.service.CommonError;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// The functions of metric math by their names.
///
/// Source: Amazon CloudWatch User Guide, "Functions supported for metric math".
final class Functions {
  /// @param least arguments
  /// @param most arguments
  private record Function(int least, int most, Body body) {}

  private interface Body {
    Line of(Expression.Scope scope, List<Expression> arguments);
  }

  private static final Map<String, Function> ALL = new HashMap<>();

  static {
    each("ABS", Math::abs);
    each("CEIL", Math::ceil);
    each("FLOOR", Math::floor);
    each("LOG", Math::log);
    each("LOG10", Math::log10);
    reduce("SUM", Functions::sum);
    reduce("MIN", Collections::min);
    reduce("MAX", Collections::max);
    reduce("STDDEV", Functions::deviation);
    reduce("DATAPOINT_COUNT", Collection::size);
    define("AVG", 1, 1, (scope, given) -> average(given.getFirst().of(scope)));
    series("DIFF", Shapes::difference);
    series("DIFF_TIME", Shapes::timeDifference);
    series("RATE", Shapes::rate);
    series("RUNNING_SUM", Shapes::runningSum);
    for (var part : Calendar.values()) {
      define(
          part.name(),
          1,
          1,
          (scope, given) -> given.getFirst().of(scope).eachSeries(line -> part.of(line, scope)));
    }
    define("FILL", 2, 2, Filling::fill);
    define("IF", 2, 3, Choice::choose);
    define("TIME_SERIES", 1, 1, Shapes::constant);
    define("PERIOD", 1, 1, (scope, given) -> period(given.getFirst().of(scope)));
    define("METRICS", 0, 1, Arrays::metrics);
    define("METRIC_COUNT", 1, 1, Arrays::count);
    define("FIRST", 1, 1, Arrays::first);
    define("LAST", 1, 1, Arrays::last);
    define("REMOVE_EMPTY", 1, 1, Arrays::removeEmpty);
    define("SLICE", 2, 3, Arrays::slice);
    define("SORT", 3, 4, Arrays::sort);
    define("SEARCH", 2, 3, Arrays::search);
  }

  private Functions() {}

  static Expression call(String name, List<Expression> arguments) {
    var function = ALL.get(name);
    if (function == null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's CloudWatch does not have the function " + name + " yet");
    }
    if (arguments.size() < function.least || arguments.size() > function.most) {
      throw wrong("The function " + name + " does not take " + arguments.size() + " arguments");
    }
    return scope -> function.body.of(scope, arguments);
  }

  private static void define(String name, int least, int most, Body body) {
    ALL.put(name, new Function(least, most, body));
  }

  private static void each(String name, DoubleUnaryOperator change) {
    define(name, 1, 1, (scope, given) -> given.getFirst().of(scope).each(change));
  }

  private static void series(String name, UnaryOperator<Line.Points> change) {
    define(name, 1, 1, (scope, given) -> given.getFirst().of(scope).eachSeries(change));
  }

  private static void reduce(String name, ToDoubleFunction<Collection<Double>> statistic) {
    define(name, 1, 1, (scope, given) -> given.getFirst().of(scope).reduced(statistic));
  }

  static double sum(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double deviation(Collection<Double> values) {
    double mean = sum(values) / values.size();
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / values.size());
  }

  /// Of an array, missing values count as zero.
  private static Line average(Line line) {
    int count = line.lines().size();
    return line instanceof Line.Several
        ? line.reduced(all -> sum(all) / count)
        : line.reduced(all -> sum(all) / all.size());
  }

  private static Line period(Line line) {
    if (line instanceof Line.Points points) {
      return new Line.Constant(points.period());
    }
    throw wrong("PERIOD takes one metric");
  }
}
