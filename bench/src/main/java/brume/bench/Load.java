package brume.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs one piece of work on many virtual threads for a while, or until it fails.
final class Load {
  /// Does the work once; `writer` counts from 0, `round` from 0 for each writer.
  interface Work {
    void run(int writer, int round);
  }

  /// What was measured: how many runs, how many a second, how long one took, and how much processor
  /// time the whole process spent for one, which other load on the machine hardly changes; in
  /// microseconds.
  record Result(long runs, double perSecond, double p50, double p99, double cpu) {}

  /// Latencies kept of each writer: the last ones, which are those of the warm program.
  private static final int KEPT = 20_000;

  private final long nanos;
  private volatile long end;

  Load(double seconds) {
    nanos = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
  }

  Result run(int writers, Work work) throws InterruptedException {
    var loops = new Loop[writers];
    Arrays.setAll(loops, writer -> new Loop(writer, work));
    var start = new CountDownLatch(1);
    var threads =
        Arrays.stream(loops).map(loop -> Thread.startVirtualThread(() -> loop.run(start)));
    var started = threads.toList();
    long begin = System.nanoTime();
    end = begin + nanos;
    var cpu = cpuTime();
    start.countDown();
    for (var thread : started) {
      thread.join();
    }
    for (var loop : loops) {
      if (loop.failure != null) {
        throw new IllegalStateException("The work failed", loop.failure);
      }
    }
    return result(loops, System.nanoTime() - begin, cpuTime().minus(cpu));
  }

  private static Result result(Loop[] loops, long elapsed, Duration cpu) {
    long runs = Arrays.stream(loops).mapToLong(loop -> loop.rounds).sum();
    var latencies = Arrays.stream(loops).flatMapToLong(Loop::latencies).sorted().toArray();
    if (latencies.length == 0) {
      throw new IllegalStateException("Nothing ran");
    }
    return new Result(
        runs,
        runs * 1e9 / elapsed,
        latencies[latencies.length / 2] / 1e3,
        latencies[(int) (latencies.length * 0.99)] / 1e3,
        cpu.toNanos() / 1e3 / runs);
  }

  private static Duration cpuTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private final class Loop {
    private final int writer;
    private final Work work;
    private final long[] kept = new long[KEPT];
    private int rounds;
    private @Nullable RuntimeException failure;

    private Loop(int writer, Work work) {
      this.writer = writer;
      this.work = work;
    }

    @SuppressWarnings("ThreadPriorityCheck")
    private void run(CountDownLatch start) {
      try {
        start.await();
      } catch (InterruptedException _) {
        return;
      }
      try {
        for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
          work.run(writer, rounds);
          kept[rounds++ % KEPT] = System.nanoTime() - before;
          // A request waits for its next now; without it, a reader would never leave its core.
          Thread.yield();
        }
      } catch (RuntimeException e) {
        failure = e;
        end = 0;
      }
    }

    private java.util.stream.LongStream latencies() {
      return Arrays.stream(kept, 0, Math.min(rounds, KEPT));
    }
  }
}
