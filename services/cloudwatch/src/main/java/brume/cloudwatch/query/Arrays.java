package brume.cloudwatch.query;

import static brume.cloudwatch.query.Expression.wrong;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The functions that make and cut arrays of time series.
final class Arrays {
  private Arrays() {}

  /// `METRICS()`, or `METRICS("part of an id")`.
  static Line metrics(Expression.Scope scope, List<Expression> given) {
    var part = given.isEmpty() ? "" : text(given.getFirst());
    return Line.Several.of(
        scope.metrics().stream().filter(id -> id.contains(part)).map(scope::byId).toList());
  }

  /// `SEARCH('terms', 'Statistic', period)`.
  static Line search(Expression.Scope scope, List<Expression> given) {
    int period = given.size() > 2 ? number(scope, given.get(2)) : scope.shortestPeriod();
    if (period <= 0) {
      throw wrong("The period of SEARCH must be a number of seconds");
    }
    return scope.search(text(given.get(0)), Queries.statistic(text(given.get(1))), period);
  }

  static Line count(Expression.Scope scope, List<Expression> given) {
    return new Line.Constant(given.getFirst().of(scope).lines().size());
  }

  static Line first(Expression.Scope scope, List<Expression> given) {
    return some(given.getFirst().of(scope)).getFirst();
  }

  static Line last(Expression.Scope scope, List<Expression> given) {
    return some(given.getFirst().of(scope)).getLast();
  }

  private static List<Line> some(Line line) {
    if (line.lines().isEmpty()) {
      throw wrong("The array has no time series");
    }
    return line.lines();
  }

  static Line removeEmpty(Expression.Scope scope, List<Expression> given) {
    return new Line.Several(
        given.getFirst().of(scope).lines().stream()
            .filter(line -> !(line instanceof Line.Points points && points.values().isEmpty()))
            .toList());
  }

  /// `SLICE(array, start)`, or `SLICE(array, start, end)` without the end.
  static Line slice(Expression.Scope scope, List<Expression> given) {
    var lines = given.getFirst().of(scope).lines();
    int end = given.size() > 2 ? number(scope, given.get(2)) : lines.size();
    int to = Math.clamp(end, 0, lines.size());
    return new Line.Several(lines.subList(Math.clamp(number(scope, given.get(1)), 0, to), to));
  }

  /// `SORT(array, AVG | MIN | MAX | SUM, ASC | DESC, limit)`.
  static Line sort(Expression.Scope scope, List<Expression> given) {
    var lines = given.getFirst().of(scope).lines();
    var statistic = statistic(word(given.get(1)));
    Comparator<Line> order = Comparator.comparingDouble(line -> of(line, statistic));
    var direction = word(given.get(2));
    if (!List.of("ASC", "DESC").contains(direction)) {
      throw wrong("SORT goes ASC or DESC");
    }
    int limit = given.size() > 3 ? Math.max(0, number(scope, given.get(3))) : lines.size();
    return new Line.Several(
        lines.stream()
            .sorted(direction.equals("ASC") ? order : order.reversed())
            .limit(limit)
            .toList());
  }

  private static ToDoubleFunction<Collection<Double>> statistic(String name) {
    return switch (name) {
      case "AVG" -> all -> Functions.sum(all) / all.size();
      case "MIN" -> Collections::min;
      case "MAX" -> Collections::max;
      case "SUM" -> Functions::sum;
      default -> throw wrong("SORT takes AVG, MIN, MAX or SUM");
    };
  }

  /// Those without values come last when sorting downwards.
  private static double of(Line line, ToDoubleFunction<Collection<Double>> statistic) {
    return line.reduced(statistic) instanceof Line.Constant(double value)
        ? value
        : Double.NEGATIVE_INFINITY;
  }

  private static String text(Expression given) {
    if (given instanceof Expression.Text(var text)) {
      return text;
    }
    throw wrong("A text in quotes is missing");
  }

  private static String word(Expression given) {
    return given instanceof Expression.Word(var word) ? word : "";
  }

  private static int number(Expression.Scope scope, Expression given) {
    if (given.of(scope) instanceof Line.Constant(double value)) {
      return (int) value;
    }
    throw wrong("A number is missing");
  }
}
