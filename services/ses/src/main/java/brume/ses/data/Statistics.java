package brume.ses.data;

import brume.base.Scope;
import brume.model.ses.SendDataPoint;
import brume.service.record.Records;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What was sent, counted in quarters of an hour for two weeks.
///
/// Source: Amazon SES API v1 reference, `GetSendStatistics`.
public final class Statistics {
  private static final Duration KEPT = Duration.ofDays(14);
  private static final Duration DAY = Duration.ofDays(1);
  private static final long QUARTER_MILLIS = Duration.ofMinutes(15).toMillis();

  private final Store store;
  private final Records<SendDataPoint> points =
      new Records<>("ses.statistics", SendDataPoint.SHAPE);

  public Statistics(Store store) {
    this.store = store;
  }

  /// What a transaction locks to count.
  Key lock(Scope scope) {
    return points.key(scope);
  }

  /// @param recipients of one message
  /// @param suppressed those of them who are on the suppression list
  void count(Transaction transaction, Scope scope, Instant now, int recipients, int suppressed) {
    var quarter = Instant.ofEpochMilli(now.toEpochMilli() / QUARTER_MILLIS * QUARTER_MILLIS);
    var id = quarter.toString();
    var point = points.get(transaction, scope, id);
    if (point == null) {
      forget(transaction, scope, now.minus(KEPT));
      point = new SendDataPoint(0L, 0L, 0L, 0L, quarter);
    }
    var counted =
        point.toBuilder()
            .deliveryAttempts(number(point.deliveryAttempts()) + recipients)
            .bounces(number(point.bounces()) + suppressed)
            .build();
    points.put(transaction, counted, scope, id);
  }

  private void forget(Transaction transaction, Scope scope, Instant before) {
    for (var point : points.all(transaction, scope)) {
      var at = Objects.requireNonNull(point.timestamp());
      if (at.isBefore(before)) {
        points.delete(transaction, scope, at.toString());
      }
    }
  }

  /// The quarters in which something was sent, oldest first.
  public List<SendDataPoint> points(Scope scope) {
    try (var snapshot = store.snapshot()) {
      return points.all(snapshot, scope);
    }
  }

  /// Recipients in the last 24 hours, to a quarter of an hour.
  public long sentInDay(Scope scope, Instant now) {
    try (var snapshot = store.snapshot()) {
      return sentInDay(snapshot, scope, now);
    }
  }

  long sentInDay(Reader reader, Scope scope, Instant now) {
    return points.all(reader, scope).stream()
        .filter(point -> !Objects.requireNonNull(point.timestamp()).isBefore(now.minus(DAY)))
        .mapToLong(point -> number(point.deliveryAttempts()))
        .sum();
  }

  private static long number(@org.jspecify.annotations.Nullable Long value) {
    return value == null ? 0 : value;
  }
}
