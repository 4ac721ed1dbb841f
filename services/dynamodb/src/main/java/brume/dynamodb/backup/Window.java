package brume.dynamodb.backup;

import brume.dynamodb.table.Table;
import brume.model.dynamodb.ContinuousBackupsDescription;
import brume.model.dynamodb.PointInTimeRecoveryDescription;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The moments to which a table can be restored.
public record Window(Instant earliest, Instant latest, int days) {
  /// Null while the table cannot.
  public static @Nullable Window of(Table table, Instant now) {
    var history = table.definition().history();
    var recovery = history == null ? null : history.recovery();
    if (recovery == null) {
      return null;
    }
    var oldest = now.minus(Duration.ofDays(recovery.days()));
    return new Window(
        recovery.since().isAfter(oldest) ? recovery.since() : oldest, now, recovery.days());
  }

  public boolean holds(Instant at) {
    return !at.isBefore(earliest) && !at.isAfter(latest);
  }

  /// As AWS says it of every table: continuous backups are always on, recovery is when it was
  /// switched on.
  public static ContinuousBackupsDescription describe(Table table, Instant now) {
    var window = of(table, now);
    var recovery = PointInTimeRecoveryDescription.builder();
    if (window == null) {
      recovery.pointInTimeRecoveryStatus("DISABLED");
    } else {
      var second = window.earliest.truncatedTo(ChronoUnit.SECONDS);
      recovery
          .pointInTimeRecoveryStatus("ENABLED")
          .recoveryPeriodInDays(window.days)
          .earliestRestorableDateTime(
              second.equals(window.earliest) ? second : second.plusSeconds(1))
          .latestRestorableDateTime(now);
    }
    return ContinuousBackupsDescription.builder()
        .continuousBackupsStatus("ENABLED")
        .pointInTimeRecoveryDescription(recovery.build())
        .build();
  }
}
