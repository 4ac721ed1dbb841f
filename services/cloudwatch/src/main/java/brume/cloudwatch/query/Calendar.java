package brume.cloudwatch.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.TreeMap;

/// The functions that tell a part of each period's time, in UTC.
enum Calendar {
  MINUTE,
  HOUR,
  /// Of the week: 1 for Monday to 7 for Sunday.
  DAY,
  /// Of the month.
  DATE,
  MONTH,
  YEAR,
  /// Seconds since 1970.
  EPOCH;

  /// A value for every period, whether the line has one or not.
  Line.Points of(Line.Points line, Expression.Scope scope) {
    var found = new TreeMap<Long, Double>();
    for (long time : scope.times(line.period())) {
      found.put(time, of(Instant.ofEpochSecond(time).atOffset(ZoneOffset.UTC)));
    }
    return line.withValues(found);
  }

  private double of(OffsetDateTime time) {
    return switch (this) {
      case MINUTE -> time.getMinute();
      case HOUR -> time.getHour();
      case DAY -> time.getDayOfWeek().getValue();
      case DATE -> time.getDayOfMonth();
      case MONTH -> time.getMonthValue();
      case YEAR -> time.getYear();
      case EPOCH -> (double) time.toEpochSecond();
    };
  }
}
