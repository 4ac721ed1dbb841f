package brume.relay;

import brume.service.Outbox;
import brume.store.Key;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The entries of one kind that wait, in the order in which they are due, and those taken for
/// delivery.
///
/// It knows all entries before its horizon and none beyond, so that it stays small however much the
/// store holds. For one thread at a time.
final class Backlog {
  private final int most;
  private final TreeSet<Key> waiting =
      new TreeSet<>((one, other) -> Arrays.compareUnsigned(one.bytes(), other.bytes()));
  private final Set<Key> taken = new HashSet<>();

  /// Those of the taken that were added again: put anew under the same key, or only seen.
  private final Set<Key> again = new HashSet<>();

  /// Null when there is nothing that it does not know.
  private @Nullable Key horizon;

  /// @param most how many may wait here
  Backlog(int most) {
    this.most = most;
  }

  /// Whether the key is one of those that it does not hold now.
  boolean isBeyond(Key key) {
    return horizon != null && Arrays.compareUnsigned(key.bytes(), horizon.bytes()) >= 0;
  }

  /// Adds an entry of the store that it may know already.
  void add(Key key) {
    if (taken.contains(key)) {
      again.add(key);
      return;
    }
    if (isBeyond(key)) {
      return;
    }
    waiting.add(key);
    if (waiting.size() > most) {
      horizon = waiting.pollLast();
    }
  }

  /// The first entry if it is due by `now`, which then counts as taken; or null.
  @Nullable Key take(Instant now) {
    if (waiting.isEmpty() || Outbox.due(waiting.first().bytes()).isAfter(now)) {
      return null;
    }
    var first = waiting.removeFirst();
    taken.add(first);
    return first;
  }

  /// Ends a taken entry, which is in the store no more unless it was put anew.
  void end(Key key) {
    taken.remove(key);
    if (again.remove(key)) {
      add(key);
    }
  }

  /// Puts a taken entry back, which is still in the store.
  void putBack(Key key) {
    taken.remove(key);
    again.remove(key);
    add(key);
  }

  int taken() {
    return taken.size();
  }

  int waiting() {
    return waiting.size();
  }

  /// When the first one is due; null when none waits.
  @Nullable Instant due() {
    return waiting.isEmpty() ? null : Outbox.due(waiting.first().bytes());
  }

  /// Whether it is time to look for what lies beyond the horizon.
  boolean isLow() {
    return horizon != null && waiting.size() <= most / 2;
  }

  /// Takes in whatever is added from now on, until it is full again. What lies in the store from
  /// the returned key on is to be added.
  Key open() {
    var from = horizon == null ? Outbox.ROOT : horizon;
    horizon = null;
    return from;
  }

  /// Ends what [#open] began where not all has been added from `from` on.
  void close(Key from) {
    if (!isBeyond(from)) {
      horizon = from;
    }
  }
}
