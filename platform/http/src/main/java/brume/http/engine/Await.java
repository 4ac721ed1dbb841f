package brume.http.engine;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Blocks a virtual thread until the engine has done something.
public final class Await {
  /// How long the end of the engine itself may take.
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private Await() {}

  /// Throws [java.net.SocketTimeoutException] after `timeout`, and otherwise the failure as an
  /// [IOException].
  public static <T> T result(Future<T> future, Duration timeout) throws IOException {
    try {
      var stage = future.toCompletionStage().toCompletableFuture();
      return stage.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw asIo(failed);
    } catch (TimeoutException late) {
      var failure = new java.net.SocketTimeoutException("Nothing moved within " + timeout);
      failure.initCause(late);
      throw failure;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      var failure = new InterruptedIOException("Interrupted while waiting for the peer");
      failure.initCause(interrupted);
      throw failure;
    }
  }

  /// Waits for the end of something, whatever it is.
  public static void quietly(Future<?> future) {
    try {
      result(future, CLOSING);
    } catch (IOException _) {
      // What does not close in time ends with the process: its threads are daemons.
    }
  }

  private static IOException asIo(ExecutionException failed) {
    return failed.getCause() instanceof IOException io
        ? io
        : new IOException("The connection failed: " + failed.getMessage(), failed);
  }
}
