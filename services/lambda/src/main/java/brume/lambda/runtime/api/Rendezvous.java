package brume.lambda.runtime.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Where events meet the runtime of one environment, one at a time.
public final class Rendezvous {
  private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final CompletableFuture<Readiness> ready = new CompletableFuture<>();
  private @Nullable Event current;
  private boolean ended;
  private volatile boolean met;

  private sealed interface Arrival {
    record Of(Event event) implements Arrival {}

    record End() implements Arrival {}
  }

  /// How initialisation went.
  public sealed interface Readiness {
    record Ready() implements Readiness {}

    record InitFailed(Reply.Failed failure) implements Readiness {}

    record Ended() implements Readiness {}
  }

  /// Whether the runtime has come as far as to connect.
  public boolean met() {
    return met;
  }

  void meet() {
    met = true;
  }

  /// Completes when the runtime asks for its first event, reports a failure, or ends.
  public CompletableFuture<Readiness> ready() {
    return ready;
  }

  /// Gives the runtime its next event. The reply arrives in [Event#reply].
  public synchronized void hand(Event event) {
    if (ended) {
      event.reply().complete(new Reply.Lost());
    } else {
      arrivals.add(new Arrival.Of(event));
    }
  }

  /// The runtime is gone: whoever waits learns it.
  public synchronized void end() {
    ended = true;
    ready.complete(new Readiness.Ended());
    if (current != null) {
      current.reply().complete(new Reply.Lost());
    }
    for (var arrival : arrivals) {
      if (arrival instanceof Arrival.Of(Event event)) {
        event.reply().complete(new Reply.Lost());
      }
    }
    arrivals.clear();
    arrivals.add(new Arrival.End());
  }

  /// Blocks until there is an event; null when the environment ends.
  @Nullable Event next() throws InterruptedException {
    ready.complete(new Readiness.Ready());
    if (!(arrivals.take() instanceof Arrival.Of(Event event))) {
      // For any other thread that waits.
      arrivals.add(new Arrival.End());
      return null;
    }
    synchronized (this) {
      event.take();
      current = event;
      if (ended) {
        event.reply().complete(new Reply.Lost());
      }
    }
    return event;
  }

  /// Whether the event of this id was waiting for a reply.
  synchronized boolean answer(String requestId, Reply reply) {
    if (current == null || !current.request().requestId().equals(requestId)) {
      return false;
    }
    var event = current;
    current = null;
    event.reply().complete(reply);
    return true;
  }

  /// Whether the runtime is still allowed to report this.
  boolean failInit(Reply.Failed failure) {
    return ready.complete(new Readiness.InitFailed(failure));
  }
}
