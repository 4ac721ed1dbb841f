package brume.cloudwatch.alarm;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Decides by the last data points which state an alarm is in: at least so many of so many must
/// breach its threshold.
///
/// More periods are looked at than are evaluated, so that a few missing ones do no harm. Only when
/// there are fewer data points than evaluated ones does it matter how missing ones are treated.
///
/// Source: Amazon CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data".
///
/// @param required data points to alarm
/// @param evaluated evaluation periods
public record Judgement(int required, int evaluated, Missing missing) {
  /// Periods that are looked at beyond the evaluated ones, as in the tables of the source.
  private static final int FURTHER_PERIODS = 2;

  /// Periods that are looked at.
  public int range() {
    return evaluated + FURTHER_PERIODS;
  }

  /// @param latestFirst whether each period breaches; empty where it has no data
  /// @return empty to stay as it is
  public Optional<State> of(List<Optional<Boolean>> latestFirst) {
    var there = latestFirst.stream().flatMap(Optional::stream).limit(evaluated).toList();
    int breaching = (int) there.stream().filter(breaches -> breaches).count();
    if (there.size() == evaluated || breaching >= required) {
      return Optional.of(breaching >= required ? State.ALARM : State.OK);
    }
    int absent = evaluated - there.size();
    return switch (missing) {
      case BREACHING -> Optional.of(breaching + absent >= required ? State.ALARM : State.OK);
      case NOT_BREACHING -> Optional.of(State.OK);
      case IGNORE -> breaching == there.size() ? Optional.empty() : Optional.of(State.OK);
      case MISSING -> {
        if (there.isEmpty()) {
          yield Optional.of(State.INSUFFICIENT_DATA);
        }
        boolean isPremature = breaching == there.size() && oldest(latestFirst) + 1 >= required;
        yield Optional.of(isPremature ? State.ALARM : State.OK);
      }
    };
  }

  private static int oldest(List<Optional<Boolean>> latestFirst) {
    int index = latestFirst.size() - 1;
    while (Objects.requireNonNull(latestFirst.get(index)).isEmpty()) {
      index--;
    }
    return index;
  }
}
