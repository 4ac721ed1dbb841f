package brume.apigateway.usage;

import brume.base.Scope;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// How many requests clients have sent, day by day: counted in memory, and saved from time to time.
public final class UsageLedger {
  /// More clients than these and those whose days are saved are read anew when they come back.
  private static final int MAX_TALLIES = 100_000;

  private final Store store;
  private final Map<Place, Tally> tallies = new ConcurrentHashMap<>();

  public UsageLedger(Store store) {
    this.store = store;
  }

  private record Place(Scope scope, String plan, String key) {
    Key root() {
      return Key.of(scope.account(), scope.region(), "apigateway.used").then(plan, key);
    }
  }

  private static final class Tally {
    private final NavigableMap<LocalDate, Long> days;
    private final Set<LocalDate> unsaved = new HashSet<>();

    private Tally(NavigableMap<LocalDate, Long> days) {
      this.days = days;
    }

    private long sum(LocalDate from, LocalDate to) {
      return days.subMap(from, true, to, true).values().stream().mapToLong(Long::longValue).sum();
    }

    private void set(LocalDate day, long count) {
      days.put(day, count);
      unsaved.add(day);
    }
  }

  private Tally tally(Place place) {
    if (tallies.size() >= MAX_TALLIES) {
      save();
      tallies.clear();
    }
    return tallies.computeIfAbsent(place, this::load);
  }

  private Tally load(Place place) {
    var days = new TreeMap<LocalDate, Long>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(place.root().children())) {
      while (cursor.next()) {
        var value = ByteBuffer.wrap(cursor.value());
        days.put(LocalDate.ofEpochDay(value.getLong()), value.getLong());
      }
    }
    return new Tally(days);
  }

  /// Counts a request, unless the limit is reached.
  ///
  /// @param from the first day of the period to which the limit applies
  boolean take(Scope scope, String plan, String key, LocalDate from, LocalDate today, long limit) {
    var tally = tally(new Place(scope, plan, key));
    synchronized (tally) {
      if (tally.sum(from, today) >= limit) {
        return false;
      }
      tally.set(today, tally.days.getOrDefault(today, 0L) + 1);
      return true;
    }
  }

  /// The requests of each day.
  public List<Long> used(Scope scope, String plan, String key, LocalDate from, LocalDate to) {
    var tally = tally(new Place(scope, plan, key));
    synchronized (tally) {
      var used = new ArrayList<Long>();
      for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
        used.add(tally.days.getOrDefault(day, 0L));
      }
      return used;
    }
  }

  /// Counts today's requests anew, so that of the limit so many are left.
  public void leave(
      Scope scope, String plan, String key, LocalDate from, LocalDate today, long left) {
    var tally = tally(new Place(scope, plan, key));
    synchronized (tally) {
      long before = tally.sum(from, today) - tally.days.getOrDefault(today, 0L);
      tally.set(today, left - before);
    }
  }

  /// Writes down what was counted since the last time.
  public void save() {
    for (var entry : tallies.entrySet()) {
      var counts = new TreeMap<LocalDate, Long>();
      var tally = entry.getValue();
      synchronized (tally) {
        tally.unsaved.forEach(day -> counts.put(day, tally.days.getOrDefault(day, 0L)));
        tally.unsaved.clear();
      }
      if (!counts.isEmpty()) {
        save(entry.getKey(), counts);
      }
    }
  }

  private static byte[] value(LocalDate day, long count) {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(day.toEpochDay()).putLong(count).array();
  }

  private void save(Place place, Map<LocalDate, Long> counts) {
    var root = place.root();
    store.transact(
        Locks.NONE,
        transaction -> {
          counts.forEach(
              (day, count) ->
                  transaction.put(root.then(day.toString()).bytes(), value(day, count)));
          return place;
        });
  }
}
