package brume.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.store.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  @Test
  void commitsTogetherWhatWaitedTogether() throws Exception {
    var firstIsWritten = new CountDownLatch(1);
    var proceed = new CountDownLatch(1);
    var batches = new ConcurrentLinkedQueue<Integer>();
    GroupCommit.Log log =
        batch -> {
          batches.add(batch.size());
          firstIsWritten.countDown();
          await(proceed);
        };

    try (var group = new GroupCommit(log);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> group.commit(writes(1)));
      firstIsWritten.await();
      var others = IntStream.range(0, 50).mapToObj(_ -> committing(group)).toList();
      while (others.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
        Thread.onSpinWait();
      }
      proceed.countDown();
      first.get();
      join(others);
    }

    assertThat(batches).containsExactly(1, 50);
  }

  @Test
  void tellsEachWriterOfAFailureAndGoesOn() throws Exception {
    var failures =
        new ConcurrentLinkedQueue<>(List.of(new StoreUnavailableException("full", null)));
    GroupCommit.Log log =
        _ -> {
          var failure = failures.poll();
          if (failure != null) {
            throw failure;
          }
        };

    try (var group = new GroupCommit(log)) {
      assertThatThrownBy(() -> group.commit(writes(1)))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage("full");
      group.commit(writes(1));
    }
  }

  @Test
  void outlivesALogThatBreaks() {
    var broken = new ConcurrentLinkedQueue<>(List.of(new ArithmeticException("broken")));
    GroupCommit.Log log =
        _ -> {
          var failure = broken.poll();
          if (failure != null) {
            throw failure;
          }
        };

    try (var group = new GroupCommit(log)) {
      assertThatThrownBy(() -> group.commit(writes(1)))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("broken");
      group.commit(writes(1));
    }
  }

  @Test
  void boundsTheBytesOfABatch() throws Exception {
    var sizes = new ConcurrentLinkedQueue<Integer>();
    GroupCommit.Log log = batch -> sizes.add(batch.stream().mapToInt(Writes::bytes).sum());

    try (var group = new GroupCommit(log);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var large = 4 * 1024 * 1024;
      var all =
          IntStream.range(0, 12).mapToObj(_ -> threads.submit(() -> group.commit(writes(large))));
      for (Future<?> each : all.toList()) {
        each.get();
      }
    }

    assertThat(sizes).allMatch(size -> size <= GroupCommit.MAX_BATCH_BYTES);
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(12 << 22);
  }

  @Test
  void anInterruptDoesNotHideTheOutcome() throws Exception {
    var interrupted = new boolean[1];
    try (var group = new GroupCommit(_ -> {})) {
      var writer =
          Thread.startVirtualThread(
              () -> {
                Thread.currentThread().interrupt();
                group.commit(writes(1));
                interrupted[0] = Thread.currentThread().isInterrupted();
              });
      writer.join();
    }

    assertThat(interrupted[0]).isTrue();
  }

  private static Thread committing(GroupCommit group) {
    return Thread.startVirtualThread(() -> group.commit(writes(1)));
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (var thread : threads) {
      thread.join();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Writes writes(int bytes) {
    var writes = new Writes();
    writes.put(new byte[1], new byte[bytes - 1]);
    return writes;
  }
}
