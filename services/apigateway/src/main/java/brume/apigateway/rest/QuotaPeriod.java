package brume.apigateway.rest;

import brume.model.apigateway.QuotaSettings;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// The days for which a quota holds.
public final class QuotaPeriod {
  private QuotaPeriod() {}

  /// The first day of the period in which a day lies, in UTC.
  ///
  /// @param quota null where there is none
  public static LocalDate start(@Nullable QuotaSettings quota, LocalDate day) {
    return switch (quota == null ? "DAY" : String.valueOf(quota.period())) {
      case "WEEK" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
      case "MONTH" -> day.withDayOfMonth(1);
      default -> day;
    };
  }

  /// Requests in a period.
  public static long limit(@Nullable QuotaSettings quota) {
    return quota == null || quota.limit() == null ? Long.MAX_VALUE : quota.limit();
  }
}
