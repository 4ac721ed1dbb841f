package brume.cloudwatch.query;

import static brume.cloudwatch.query.Expression.wrong;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `IF(condition, trueValue, falseValue)`.
///
/// Source: Amazon CloudWatch User Guide, "Using IF expressions".
final class Choice {
  private Choice() {}

  static Line choose(Expression.Scope scope, List<Expression> given) {
    var condition = given.getFirst().of(scope);
    var yes = given.get(1).of(scope);
    var no = given.size() > 2 ? given.getLast().of(scope) : empty(yes);
    if (yes instanceof Line.Several || no instanceof Line.Several) {
      throw wrong("IF chooses no arrays");
    }
    return switch (condition) {
      case Line.Several _ -> throw wrong("An array is no condition of IF");
      case Line.Constant(double value) -> value != 0 ? yes : no;
      case Line.Points points -> chosen(points, yes, no);
    };
  }

  private static Line empty(Line like) {
    int period = like instanceof Line.Points points ? points.period() : 1;
    return new Line.Points("", period, new TreeMap<>());
  }

  private static Line chosen(Line.Points condition, Line yes, Line no) {
    var found = new TreeMap<Long, Double>();
    condition
        .values()
        .forEach(
            (time, value) -> {
              var chosen = value != 0 ? orZero(at(yes, time)) : at(no, time);
              if (chosen != null) {
                Line.put(found, time, chosen);
              }
            });
    return condition.withValues(found);
  }

  private static @Nullable Double at(Line line, long time) {
    return switch (line) {
      case Line.Constant(double value) -> value;
      case Line.Points points -> points.values().get(time);
      case Line.Several _ -> null;
    };
  }

  private static Double orZero(@Nullable Double value) {
    return value == null ? 0.0 : value;
  }
}
