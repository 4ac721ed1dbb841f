package brume.cloudformation.deploy;

import brume.cloudformation.stack.StackId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one deployment of a stack work at a time: one that took the place of another begins when
/// the other has recorded what it had begun.
final class Turns {
  private final Map<StackId, Turn> turns = new ConcurrentHashMap<>();

  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock();
    private int wanted;
  }

  void enter(StackId id) throws InterruptedException {
    var turn =
        turns.compute(
            id,
            (_, there) -> {
              var one = there == null ? new Turn() : there;
              one.wanted++;
              return one;
            });
    try {
      turn.lock.lockInterruptibly();
    } catch (InterruptedException e) {
      release(id);
      throw e;
    }
  }

  void leave(StackId id) {
    Objects.requireNonNull(turns.get(id)).lock.unlock();
    release(id);
  }

  private void release(StackId id) {
    turns.computeIfPresent(id, (_, turn) -> --turn.wanted == 0 ? null : turn);
  }
}
