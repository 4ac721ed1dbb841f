package brume.dynamodb.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checks histories of a register: whether there is one order of its calls, in which each takes
/// effect between its beginning and its end, and each sees what was last written.
///
/// Source of the algorithm: Wing and Gong, "Testing and Verifying Concurrent Objects", with the
/// states that were tried remembered, after Lowe.
final class Register {
  private Register() {}

  /// @param start and `end`: times on one clock
  record Call(long start, long end, Effect effect) {}

  sealed interface Effect {
    record Read(int value) implements Effect {}

    record Write(int value) implements Effect {}

    record Exchange(int from, int to, boolean succeeded) implements Effect {}
  }

  static boolean isLinearizable(List<Call> history, int initial) {
    if (history.size() > Long.SIZE) {
      throw new IllegalArgumentException("At most 64 calls");
    }
    return search(new ArrayList<>(history), 0, initial, new HashSet<>());
  }

  private record State(long done, int value) {}

  private static boolean search(List<Call> history, long done, int value, Set<State> tried) {
    if (Long.bitCount(done) == history.size()) {
      return true;
    }
    if (!tried.add(new State(done, value))) {
      return false;
    }
    long firstEnd = Long.MAX_VALUE;
    for (int i = 0; i < history.size(); i++) {
      if ((done & 1L << i) == 0) {
        firstEnd = Math.min(firstEnd, history.get(i).end);
      }
    }
    for (int i = 0; i < history.size(); i++) {
      boolean mayBeNext = (done & 1L << i) == 0 && history.get(i).start <= firstEnd;
      if (mayBeNext && fits(history.get(i).effect, value)) {
        int after = after(history.get(i).effect, value);
        if (search(history, done | 1L << i, after, tried)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fits(Effect effect, int value) {
    return switch (effect) {
      case Effect.Read(var read) -> read == value;
      case Effect.Write _ -> true;
      case Effect.Exchange(var from, _, var succeeded) -> (from == value) == succeeded;
    };
  }

  private static int after(Effect effect, int value) {
    return switch (effect) {
      case Effect.Read _ -> value;
      case Effect.Write(var written) -> written;
      case Effect.Exchange(_, var to, var succeeded) -> succeeded ? to : value;
    };
  }
}
