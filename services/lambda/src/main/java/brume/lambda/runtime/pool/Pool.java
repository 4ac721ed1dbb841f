package brume.lambda.runtime.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The books of all environments: who is idle, who waits, who starts.
///
/// Idle ones are reused last in, first out, so that what is not needed grows old and ends.
final class Pool<M extends Member> {
  private final Map<String, Fleet<M>> fleets = new HashMap<>();
  private final LinkedHashSet<Idle<M>> idle = new LinkedHashSet<>();
  private final Set<M> members = new HashSet<>();
  private final int budgetMb;
  private boolean closed;

  /// The environments of one key.
  private static final class Fleet<M> {
    final ArrayDeque<Idle<M>> idle = new ArrayDeque<>();
    final ArrayDeque<Claim<M>> waiting = new ArrayDeque<>();
    int starting;
  }

  private record Idle<M>(M member, Instant since) {}

  /// What a waiting request gets.
  sealed interface Arrival<M> {
    record Ready<M>(M member, boolean fresh) implements Arrival<M> {}

    record Refused<M>(String reason) implements Arrival<M> {}
  }

  /// @param start whether the caller must start an environment for this key
  record Claim<M>(CompletableFuture<Arrival<M>> arrival, boolean start) {}

  Pool(int budgetMb) {
    this.budgetMb = budgetMb;
  }

  /// Takes an idle environment or a place in the queue.
  synchronized Claim<M> claim(String key, Instant now) {
    var fleet = fleets.computeIfAbsent(key, _ -> new Fleet<>());
    var member = pop(fleet, now);
    var arrival = new CompletableFuture<Arrival<M>>();
    if (closed) {
      arrival.complete(new Arrival.Refused<>("Brume is stopping"));
      return new Claim<>(arrival, false);
    }
    if (member != null) {
      arrival.complete(new Arrival.Ready<>(member, false));
      return new Claim<>(arrival, false);
    }
    boolean start = fleet.starting <= fleet.waiting.size();
    if (start) {
      fleet.starting++;
    }
    var claim = new Claim<>(arrival, start);
    fleet.waiting.add(claim);
    return claim;
  }

  private @Nullable M pop(Fleet<M> fleet, Instant now) {
    for (var top = fleet.idle.pollFirst(); top != null; top = fleet.idle.pollFirst()) {
      idle.remove(top);
      if (top.member().usable(now)) {
        top.member().wake();
        return top.member();
      }
      end(top.member());
    }
    return null;
  }

  /// Leaves the queue; false when an environment has arrived already.
  synchronized boolean leave(String key, Claim<M> claim) {
    var fleet = fleets.get(key);
    return fleet != null && fleet.waiting.remove(claim);
  }

  /// Makes room by ending what was idle longest. False when the budget is used by others at work.
  synchronized boolean reserve(int neededMb) {
    while (usedMb() + neededMb > budgetMb) {
      var oldest = idle.isEmpty() ? null : idle.getFirst();
      if (oldest == null) {
        return members.isEmpty();
      }
      drop(oldest);
    }
    return true;
  }

  /// Whether the caller should start an environment that nobody waits for yet: there is none that
  /// is idle or starts, and half of the budget stays free for what is asked for.
  synchronized boolean anticipate(String key, int neededMb) {
    var fleet = fleets.get(key);
    boolean there = fleet != null && (!fleet.idle.isEmpty() || fleet.starting > 0);
    if (closed || there || usedMb() + neededMb > budgetMb / 2) {
      return false;
    }
    fleets.computeIfAbsent(key, _ -> new Fleet<>()).starting++;
    return true;
  }

  /// A start is over: its environment goes to whoever waits longest.
  synchronized void started(M member, Instant now) {
    var fleet = fleets.computeIfAbsent(member.key(), _ -> new Fleet<>());
    fleet.starting--;
    if (closed) {
      member.kill();
      return;
    }
    members.add(member);
    give(fleet, member, true, now);
  }

  synchronized void startFailed(String key, String reason) {
    var fleet = fleets.computeIfAbsent(key, _ -> new Fleet<>());
    fleet.starting--;
    var waiter = fleet.waiting.poll();
    if (waiter != null) {
      waiter.arrival().complete(new Arrival.Refused<>(reason));
    }
    forgetIfEmpty(key, fleet);
  }

  /// A request is over and the environment can take another.
  synchronized void release(M member, Instant now) {
    var fleet = fleets.computeIfAbsent(member.key(), _ -> new Fleet<>());
    if (closed || !member.usable(now)) {
      end(member);
      forgetIfEmpty(member.key(), fleet);
    } else {
      give(fleet, member, false, now);
    }
  }

  private void give(Fleet<M> fleet, M member, boolean fresh, Instant now) {
    var waiter = fleet.waiting.poll();
    if (waiter != null) {
      waiter.arrival().complete(new Arrival.Ready<>(member, fresh));
      return;
    }
    if (!member.usable(now)) {
      end(member);
      return;
    }
    member.rest();
    var entry = new Idle<>(member, now);
    fleet.idle.addFirst(entry);
    idle.add(entry);
  }

  /// The environment is not to be used again.
  synchronized void discard(M member) {
    end(member);
    var fleet = fleets.get(member.key());
    if (fleet != null) {
      forgetIfEmpty(member.key(), fleet);
    }
  }

  /// Ends what has been idle for `ttl`, and returns how many that were.
  synchronized int expire(Instant now, Duration ttl) {
    var old =
        idle.stream()
            .filter(e -> !e.since().plus(ttl).isAfter(now) || !e.member().usable(now))
            .toList();
    old.forEach(this::drop);
    return old.size();
  }

  /// Ends the idle environments of all keys that nothing will ask for again.
  synchronized void retire(Predicate<String> obsolete) {
    idle.stream().filter(entry -> obsolete.test(entry.member().key())).toList().forEach(this::drop);
  }

  synchronized List<M> close() {
    closed = true;
    var all = new ArrayList<>(members);
    all.forEach(Member::kill);
    members.clear();
    idle.clear();
    for (var fleet : fleets.values()) {
      fleet.waiting.forEach(w -> w.arrival().complete(new Arrival.Refused<>("Brume is stopping")));
    }
    fleets.clear();
    return all;
  }

  synchronized Census census() {
    int frozen = (int) members.stream().filter(Member::frozen).count();
    return new Census(members.size(), idle.size(), frozen, usedMb());
  }

  private int usedMb() {
    return members.stream().mapToInt(Member::memoryMb).sum();
  }

  private void drop(Idle<M> entry) {
    idle.remove(entry);
    end(entry.member());
    var fleet = fleets.get(entry.member().key());
    if (fleet != null) {
      fleet.idle.remove(entry);
      forgetIfEmpty(entry.member().key(), fleet);
    }
  }

  private void end(M member) {
    members.remove(member);
    member.kill();
  }

  private void forgetIfEmpty(String key, Fleet<M> fleet) {
    if (fleet.idle.isEmpty() && fleet.waiting.isEmpty() && fleet.starting == 0) {
      fleets.remove(key);
    }
  }
}
