package brume.lambda.runtime.sandbox;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Starts platform threads for what concerns one thread only: namespaces, and being the parent of a
/// process (`PR_SET_PDEATHSIG` ends the process with the thread, not with the JVM).
final class Keeper {
  private static final long STACK_BYTES = 128 * 1024;

  private Keeper() {}

  /// Work that may fail and leaves a value.
  interface Work<T> {
    T run() throws IOException;
  }

  /// What the thread does after its value was handed over.
  interface Rest<T> {
    void run(T value) throws IOException, InterruptedException;
  }

  static <T> T inOwnThread(Work<T> work) throws IOException {
    return start("namespace-probe", work, _ -> {});
  }

  /// Returns what `work` left, while the thread goes on with `rest`.
  static <T> T start(String name, Work<T> work, Rest<T> rest) throws IOException {
    var value = new CompletableFuture<T>();
    Thread.ofPlatform()
        .name(name)
        .daemon()
        .stackSize(STACK_BYTES)
        .start(() -> run(work, rest, value));
    try {
      return value.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause
          ? new IOException(cause.getMessage(), cause)
          : new IOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while a sandbox starts");
    }
  }

  private static <T> void run(Work<T> work, Rest<T> rest, CompletableFuture<T> future) {
    T value;
    try {
      value = work.run();
    } catch (IOException | RuntimeException | Error e) {
      future.completeExceptionally(e);
      return;
    }
    future.complete(value);
    try {
      rest.run(value);
    } catch (IOException e) {
      System.getLogger(Keeper.class.getName())
          .log(System.Logger.Level.WARNING, "Lost the output of a sandbox", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
