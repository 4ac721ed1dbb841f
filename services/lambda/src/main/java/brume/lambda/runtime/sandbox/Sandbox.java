package brume.lambda.runtime.sandbox;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A running process, isolated.
public final class Sandbox implements AutoCloseable {
  private static final int SIGNAL_BASE = 128;

  private final Process process;
  private final Cgroup cgroup;
  private final LogPipe output;
  private final ServerSocketChannel runtimeApi;
  private final List<ServerSocketChannel> endpoints;
  private final Path directory;
  private final CompletableFuture<Exit> exit = new CompletableFuture<>();

  /// How the process ended.
  ///
  /// @param status its exit status, or 128 and the number of the signal that ended it
  /// @param outOfMemory whether the kernel killed it for its memory
  /// @param peakMemory in bytes, 0 where unknown
  public record Exit(int status, boolean outOfMemory, long peakMemory) {
    private static final int SIGKILL = 9;
    private static final int SIGSEGV = 11;
    private static final int SIGABRT = 6;
    private static final int SIGTERM = 15;

    /// As AWS words it: `exit status 1`, `signal: killed`.
    public String text() {
      return switch (status - SIGNAL_BASE) {
        case SIGKILL -> "signal: killed";
        case SIGSEGV -> "signal: segmentation fault";
        case SIGABRT -> "signal: aborted";
        case SIGTERM -> "signal: terminated";
        default -> outOfMemory ? "signal: killed" : "exit status " + status;
      };
    }
  }

  Sandbox(
      Process process,
      Cgroup cgroup,
      LogPipe output,
      ServerSocketChannel runtimeApi,
      List<ServerSocketChannel> endpoints,
      Path directory) {
    this.process = process;
    this.cgroup = cgroup;
    this.output = output;
    this.runtimeApi = runtimeApi;
    this.endpoints = endpoints;
    this.directory = directory;
  }

  /// Listens where the function expects the Runtime API.
  public ServerSocketChannel runtimeApi() {
    return runtimeApi;
  }

  /// Listen inside the function's network where Brume and others do outside; none when it shares
  /// the host's network.
  public List<ServerSocketChannel> endpoints() {
    return endpoints;
  }

  /// What the process prints; see [LogPipe#drain].
  public LogPipe output() {
    return output;
  }

  /// Completes when the process has ended all it printed was handed over, and nothing is left of
  /// it.
  public CompletableFuture<Exit> exit() {
    return exit;
  }

  /// How it ended; status −1 when that is not known within `limit`.
  public Exit awaitExit(Duration limit) {
    try {
      return exit.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException _) {
      return new Exit(-1, false, 0);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Exit(-1, false, 0);
    }
  }

  /// Peak in bytes, 0 where unknown.
  public long peakMemory() {
    return cgroup.peakMemory();
  }

  /// Stops every process inside until [#thaw].
  public void freeze() {
    cgroup.freeze();
  }

  public void thaw() {
    cgroup.thaw();
  }

  /// Ends every process inside, at once.
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    cgroup.kill();
  }

  /// The work of the thread that is the parent of the process.
  void keep() throws IOException, InterruptedException {
    try {
      output.pump();
      int status = process.waitFor();
      var end = new Exit(status, cgroup.outOfMemory(), cgroup.peakMemory());
      try {
        clear();
      } finally {
        exit.complete(end);
      }
    } finally {
      if (exit.completeExceptionally(new IOException("The sandbox was lost"))) {
        clear();
      }
    }
  }

  private void clear() throws IOException {
    output.close();
    runtimeApi.close();
    for (var endpoint : endpoints) {
      endpoint.close();
    }
    cgroup.close();
    Tree.delete(directory);
  }

  @Override
  public void close() {
    kill();
  }
}
