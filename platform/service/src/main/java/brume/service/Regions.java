package brume.service;

import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How far regions are from each other: for those who carry something from one to another without
/// anybody waiting for it. They are all in one place, so no distance is there that nobody set.
public final class Regions {
  /// As long as any two places on earth are apart, and then much longer.
  public static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

  private static final Key ROOT = Key.of("regions");
  private static final long CUT = -1;

  private final Store store;

  public Regions(Store store) {
    this.store = store;
  }

  /// @param one before `other` in the order of their names
  /// @param delay until what is sent arrives
  /// @param isCut whether nothing arrives at all
  public record Distance(String one, String other, Duration delay, boolean isCut) {}

  public Distance between(String one, String other) {
    try (var snapshot = store.snapshot()) {
      var stored = snapshot.get(key(one, other).bytes());
      return distance(first(one, other), last(one, other), stored == null ? 0 : number(stored));
    }
  }

  /// Those that somebody set.
  public List<Distance> all() {
    var all = new ArrayList<Distance>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(ROOT.children())) {
      while (cursor.next()) {
        var names =
            new String(
                    cursor.value(),
                    Long.BYTES,
                    cursor.value().length - Long.BYTES,
                    java.nio.charset.StandardCharsets.UTF_8)
                .split(" ", 2);
        all.add(distance(names[0], names[1], number(cursor.value())));
      }
    }
    return all;
  }

  /// Throws [IllegalArgumentException] for a delay that no distance has.
  public void delay(String one, String other, Duration delay) {
    if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("A delay is from 0 to " + LONGEST_DELAY);
    }
    put(one, other, delay.toMillis());
  }

  public void cut(String one, String other) {
    put(one, other, CUT);
  }

  /// Takes away a cut and a delay.
  public void heal(String one, String other) {
    var key = key(one, other);
    store.transact(
        Locks.NONE,
        transaction -> {
          transaction.delete(key.bytes());
          return key;
        });
  }

  private void put(String one, String other, long millis) {
    var key = key(one, other);
    var names =
        (first(one, other) + ' ' + last(one, other))
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var value = ByteBuffer.allocate(Long.BYTES + names.length).putLong(millis).put(names).array();
    store.transact(
        Locks.NONE,
        transaction -> {
          transaction.put(key.bytes(), value);
          return key;
        });
  }

  private static Distance distance(String one, String other, long millis) {
    return new Distance(
        one, other, millis == CUT ? Duration.ZERO : Duration.ofMillis(millis), millis == CUT);
  }

  private static long number(byte[] stored) {
    return ByteBuffer.wrap(stored).getLong();
  }

  private static Key key(String one, String other) {
    return ROOT.then(first(one, other), last(one, other));
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static String last(String one, String other) {
    return one.compareTo(other) <= 0 ? other : one;
  }
}
