package brume.cloudwatch.query;

import static brume.cloudwatch.query.Expression.wrong;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `FILL(series, scalar | series | REPEAT | LINEAR)`: a value for periods that have none.
///
/// Source: Amazon CloudWatch User Guide, "Functions supported for metric math".
final class Filling {
  private Filling() {}

  private interface Filler {
    @Nullable Double at(NavigableMap<Long, Double> values, long time);
  }

  static Line fill(Expression.Scope scope, List<Expression> given) {
    var filler = filler(scope, given.getLast());
    return given.getFirst().of(scope).eachSeries(line -> filled(line, filler, scope));
  }

  private static Filler filler(Expression.Scope scope, Expression given) {
    if (given instanceof Expression.Word(var word)) {
      return switch (word) {
        case "REPEAT" -> Filling::repeated;
        case "LINEAR" -> Filling::between;
        default -> throw wrong("FILL takes a number, a time series, REPEAT or LINEAR");
      };
    }
    return switch (given.of(scope)) {
      case Line.Constant(double value) -> (_, _) -> value;
      case Line.Points points -> (_, time) -> points.values().get(time);
      case Line.Several _ -> throw wrong("FILL takes no array to fill with");
    };
  }

  private static Line.Points filled(Line.Points line, Filler filler, Expression.Scope scope) {
    var all = new TreeMap<>(line.values());
    for (long time : scope.times(line.period())) {
      if (!all.containsKey(time)) {
        var value = filler.at(line.values(), time);
        if (value != null) {
          Line.put(all, time, value);
        }
      }
    }
    return line.withValues(all);
  }

  private static @Nullable Double repeated(NavigableMap<Long, Double> values, long time) {
    var before = values.lowerEntry(time);
    return before == null ? null : before.getValue();
  }

  private static @Nullable Double between(NavigableMap<Long, Double> values, long time) {
    var before = values.lowerEntry(time);
    var after = values.higherEntry(time);
    if (before == null || after == null) {
      return null;
    }
    double share = (double) (time - before.getKey()) / (after.getKey() - before.getKey());
    return before.getValue() + share * (after.getValue() - before.getValue());
  }
}
