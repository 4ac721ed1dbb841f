package brume.lambda.runtime.api;

import brume.lambda.runtime.InvocationRequest;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/// A request on its way through one runtime.
public final class Event {
  private final InvocationRequest request;
  private final Instant deadline;
  private final CompletableFuture<Reply> reply = new CompletableFuture<>();
  private volatile boolean taken;

  /// @param deadline when the platform will end the function
  public Event(InvocationRequest request, Instant deadline) {
    this.request = request;
    this.deadline = deadline;
  }

  InvocationRequest request() {
    return request;
  }

  Instant deadline() {
    return deadline;
  }

  public CompletableFuture<Reply> reply() {
    return reply;
  }

  /// Whether the runtime has seen it; an event that was not may go to another environment.
  public boolean taken() {
    return taken;
  }

  void take() {
    taken = true;
  }
}
