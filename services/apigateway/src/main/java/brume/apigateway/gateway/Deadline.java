package brume.apigateway.gateway;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Waits for work no longer than it may take.
public final class Deadline {
  private Deadline() {}

  /// Runs a task on a thread of its own, which is interrupted when its time is over.
  ///
  /// Throws what the task threw, and [TimeoutException] when it took too long.
  public static <T> T within(Duration limit, Supplier<T> task) throws TimeoutException {
    var running = new FutureTask<T>(task::get);
    Thread.ofVirtual().name("integration").start(running);
    try {
      return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      running.cancel(true);
      throw late;
    } catch (InterruptedException _) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while an integration was at work");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failed.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(failed);
    }
  }
}
