package brume.dax.data;

import brume.base.Ids;
import brume.base.Scope;
import brume.model.dax.Event;
import brume.service.record.Records;
import brume.store.KeyRange;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What happened to clusters and groups, for fourteen days.
///
/// Source: DAX API reference, `DescribeEvents`.
public final class Events {
  static final Duration KEPT = Duration.ofDays(14);

  /// Of one account and region: the oldest make room.
  static final int MAX_EVENTS = 1_000;

  private final Store store;
  private final Ids ids;
  private final Records<Event> events = new Records<>("dax.event", Event.SHAPE);

  public Events(Store store, Ids ids) {
    this.store = store;
    this.ids = ids;
  }

  public static Event ofCluster(String name, String message, Instant now) {
    return new Event(now, message, name, "CLUSTER");
  }

  void add(Transaction transaction, Scope scope, Event event) {
    var now = Objects.requireNonNull(event.date());
    var all = events.key(scope).children();
    var old = all.before(events.key(scope, time(now.minus(KEPT))));
    forget(transaction, old, Integer.MAX_VALUE);
    forget(transaction, all, events.all(transaction, scope).size() - MAX_EVENTS + 1);
    events.put(transaction, event, scope, time(now), ids.hex(8));
  }

  /// At most so many, the oldest first.
  private static void forget(Transaction transaction, KeyRange range, int most) {
    try (var cursor = transaction.scan(range)) {
      for (int left = most; left > 0 && cursor.next(); left--) {
        transaction.delete(cursor.key());
      }
    }
  }

  private static String time(Instant now) {
    return "%016x".formatted(now.toEpochMilli());
  }

  /// The oldest first.
  public List<Event> all(Scope scope) {
    try (var snapshot = store.snapshot()) {
      return events.all(snapshot, scope);
    }
  }
}
