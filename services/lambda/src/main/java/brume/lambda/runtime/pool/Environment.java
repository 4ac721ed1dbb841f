package brume.lambda.runtime.pool;

import brume.lambda.runtime.FunctionSpec;
import brume.lambda.runtime.Invocation;
import brume.lambda.runtime.InvocationRequest;
import brume.lambda.runtime.Outcome;
import brume.lambda.runtime.api.Event;
import brume.lambda.runtime.api.Rendezvous;
import brume.lambda.runtime.api.Reply;
import brume.lambda.runtime.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One execution environment: a sandbox whose runtime takes one event at a time.
final class Environment implements Member {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int ASSUMED_MB = 64;

  private final FunctionSpec function;
  private final Sandbox sandbox;
  private final Rendezvous rendezvous;
  private final Journal journal;
  private final InstantSource clock;
  private final Instant usableUntil;
  private final BooleanSupplier current;
  private final long startedAt;
  private Start start = new Start.Pending();
  private boolean frozen;
  private boolean resting;
  private long restingSince;
  private final AtomicBoolean freezing = new AtomicBoolean();
  private volatile boolean finished;

  /// @param current whether it still reaches all that functions are to reach
  /// @param startedAt by [System#nanoTime], before the sandbox was asked for
  Environment(
      FunctionSpec function,
      Sandbox sandbox,
      Rendezvous rendezvous,
      Journal journal,
      InstantSource clock,
      Instant credentialsExpiry,
      BooleanSupplier current,
      long startedAt) {
    this.function = function;
    this.sandbox = sandbox;
    this.rendezvous = rendezvous;
    this.journal = journal;
    this.clock = clock;
    this.usableUntil = credentialsExpiry.minus(function.timeout()).minus(GRACE);
    this.current = current;
    this.startedAt = startedAt;
    var _ = sandbox.exit().whenComplete((_, _) -> ended());
  }

  private void ended() {
    finished = true;
    rendezvous.end();
  }

  /// Blocks until the runtime asks for its first event, or fails to.
  Start awaitStart(Duration limit) {
    start = readiness(limit);
    if (!(start instanceof Start.Done)) {
      finished = true;
    }
    return start;
  }

  /// Whether its runtime connected to the Runtime API.
  boolean met() {
    return rendezvous.met();
  }

  private Start readiness(Duration limit) {
    try {
      var readiness = rendezvous.ready().get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return switch (readiness) {
        case Rendezvous.Readiness.Ready _ -> new Start.Done(elapsed(startedAt));
        case Rendezvous.Readiness.InitFailed(Reply.Failed failure) -> new Start.Failed(failure);
        case Rendezvous.Readiness.Ended _ -> new Start.Exited(rendezvous.met());
      };
    } catch (TimeoutException _) {
      return new Start.TimedOut();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Start.TimedOut();
    }
  }

  /// Runs one request. Null when the runtime ended before it saw the request, which may then go to
  /// another environment.
  @Nullable Invocation invoke(InvocationRequest request) {
    var id = request.requestId();
    drain();
    journal.begin();
    journal.write(Report.start(id, function.version()));
    long began = System.nanoTime();
    var outcome =
        switch (start) {
          case Start.Done _ -> hand(request);
          case Start.Failed(Reply.Failed failure) -> Failures.reported(failure);
          case Start.TimedOut _, Start.Pending _ -> timedOut(id);
          case Start.Exited _ -> exited(id);
        };
    var duration = elapsed(began);
    if (outcome == null) {
      return null;
    }
    drain();
    return conclude(id, outcome, duration);
  }

  private Invocation conclude(String id, Outcome outcome, Duration duration) {
    var init = start instanceof Start.Done(Duration took) ? took : null;
    start = start instanceof Start.Done ? new Start.Done(null) : start;
    int peakMb = peakMb();
    var report = new Report(id, duration, init, function.memoryMb(), peakMb, outcome);
    journal.write(Report.end(id));
    journal.write(report.line());
    return new Invocation(outcome, journal.tail(), duration, report.billed(), init, peakMb);
  }

  private @Nullable Outcome hand(InvocationRequest request) {
    var event = new Event(request, clock.instant().plus(function.timeout()));
    rendezvous.hand(event);
    try {
      var reply = event.reply().get(function.timeout().toNanos(), TimeUnit.NANOSECONDS);
      return switch (reply) {
        case Reply.Answered(var payload) -> new Outcome.Success(payload);
        case Reply.Failed failure -> Failures.reported(failure);
        case Reply.TooLarge _ -> Failures.tooLarge();
        case Reply.Lost _ -> event.taken() ? exited(request.requestId()) : null;
      };
    } catch (TimeoutException _) {
      return timedOut(request.requestId());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      kill();
      return new Outcome.Unavailable("Brume is stopping", true);
    }
  }

  private Outcome timedOut(String requestId) {
    kill();
    drain();
    var text = Failures.timedOutText(function.timeout());
    journal.write(clock.instant() + " " + requestId + " " + text + "\n\n");
    return Failures.timedOut(requestId, function.timeout());
  }

  private Outcome exited(String requestId) {
    var exit = sandbox.awaitExit(GRACE);
    journal.write("RequestId: " + requestId + " Error: " + Failures.exitedText(exit) + "\n");
    var error = Failures.exited(requestId, exit);
    journal.write(error.errorType() + "\n");
    return error;
  }

  private void drain() {
    try {
      sandbox.output().drain();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int peakMb() {
    int mb = (int) Math.ceilDiv(sandbox.peakMemory(), 1L << 20);
    return Math.min(mb, function.memoryMb());
  }

  private static Duration elapsed(long since) {
    return Duration.ofNanos(System.nanoTime() - since);
  }

  @Override
  public String key() {
    return function.key();
  }

  @Override
  public int memoryMb() {
    int peak = peakMb();
    return peak == 0 ? Math.min(ASSUMED_MB, function.memoryMb()) : peak;
  }

  @Override
  public boolean usable(Instant now) {
    return !finished && now.isBefore(usableUntil) && current.getAsBoolean();
  }

  @Override
  public synchronized boolean frozen() {
    return frozen && !finished;
  }

  @Override
  public synchronized void rest() {
    resting = true;
    restingSince = System.nanoTime();
  }

  @Override
  public synchronized void wake() {
    resting = false;
    if (frozen) {
      frozen = false;
      sandbox.thaw();
    }
  }

  /// How long to go until it has rested for `time`; zero and frozen when it has.
  synchronized Duration freezeAfter(Duration time) {
    if (!resting || frozen || finished) {
      return Duration.ZERO;
    }
    var left = time.minus(elapsed(restingSince));
    if (left.isPositive()) {
      return left;
    }
    frozen = true;
    sandbox.freeze();
    return Duration.ZERO;
  }

  /// Whether the caller is the one to schedule the next look at it.
  boolean markFreezing() {
    return freezing.compareAndSet(false, true);
  }

  void unmarkFreezing() {
    freezing.set(false);
  }

  /// Blocks until its process is gone, for a bounded time.
  void awaitEnd() {
    var _ = sandbox.awaitExit(GRACE);
  }

  @Override
  public void kill() {
    finished = true;
    sandbox.kill();
  }
}
