package brume.lambda.runtime.pool;

import brume.base.Ids;
import brume.lambda.runtime.CredentialSource;
import brume.lambda.runtime.FunctionSpec;
import brume.lambda.runtime.Invocation;
import brume.lambda.runtime.InvocationRequest;
import brume.lambda.runtime.Limits;
import brume.lambda.runtime.Outcome;
import brume.lambda.runtime.jvm.AotCaches;
import brume.lambda.runtime.language.Bootstraps;
import brume.lambda.runtime.language.Interpreter;
import brume.lambda.runtime.language.Resolution;
import brume.lambda.runtime.language.Runtimes;
import brume.lambda.runtime.sandbox.Launcher;
import brume.lambda.runtime.sandbox.Protection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs functions.
public final class Environments implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Environments.class.getName());
  private static final Duration HOUSEKEEPING = Duration.ofSeconds(15);
  private static final int EXPECTED_MB = 64;
  private static final int TRIES = 3;

  private final Settings settings;
  private final Launcher launcher;
  private final Runtimes runtimes;
  private final AotCaches caches;
  private final Admission admission;
  private final Starter starter;
  private final InstantSource clock;
  private final Pool<Environment> pool;
  private final Semaphore starts;
  private final Freezer freezer;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("lambda-timer").daemon().factory());

  /// @param directory for bootstraps and what sandboxes need, below Brume's data directory
  public Environments(
      Path directory,
      Settings settings,
      Admission admission,
      CredentialSource credentials,
      InstantSource clock,
      Ids ids) {
    this(directory, settings, Limits.INIT, admission, credentials, clock, ids);
  }

  Environments(
      Path directory,
      Settings settings,
      Duration initLimit,
      Admission admission,
      CredentialSource credentials,
      InstantSource clock,
      Ids ids) {
    this.settings = settings;
    this.admission = admission;
    this.clock = clock;
    launcher = Launcher.open(directory.resolve("sandboxes"), settings.endpoint().getPort());
    runtimes = Runtimes.ofThisHost();
    var bootstraps = Bootstraps.write(directory.resolve("runtime"));
    caches =
        new AotCaches(
            launcher,
            directory.resolve("prepared"),
            bootstraps.directory(),
            bootstraps.empty(),
            clock);
    starter =
        new Starter(
            launcher,
            bootstraps,
            new Layers(directory.resolve("layers")),
            caches,
            credentials,
            initLimit,
            settings,
            ids,
            clock);
    pool = new Pool<>(settings.memoryBudgetMb());
    starts = new Semaphore(settings.parallelStarts());
    freezer = new Freezer(timer, settings.freezeAfter());
    long period = HOUSEKEEPING.toSeconds();
    var _ = timer.scheduleWithFixedDelay(this::expire, period, period, TimeUnit.SECONDS);
  }

  /// What keeps functions apart on this host, and what this host lacks for it.
  public List<Protection> protections() {
    return launcher.protections();
  }

  /// How many environments there are.
  public Census census() {
    return pool.census();
  }

  /// Which interpreter runs which runtime.
  public Runtimes runtimes() {
    return runtimes;
  }

  /// Blocks until the function has answered, failed, or was refused. Call it on a virtual thread.
  public Invocation invoke(FunctionSpec function, InvocationRequest request) {
    var place = admission.admit(function);
    if (place == null) {
      return Invocation.refused(new Outcome.Throttled("The function's concurrency is used up"));
    }
    try (place) {
      return switch (runtimes.resolve(function.runtime())) {
        case Resolution.Missing(_, String reason) -> unavailable(reason, false);
        case Resolution.Runs(_, Interpreter interpreter, _) ->
            invoke(function, interpreter, request);
      };
    }
  }

  /// An idle environment may end while a request is on its way to it: then the next one gets it.
  private Invocation invoke(
      FunctionSpec function, Interpreter interpreter, InvocationRequest request) {
    for (int i = 0; i < TRIES; i++) {
      switch (take(function, interpreter)) {
        case Pool.Arrival.Refused(String reason) -> {
          return unavailable(reason, true);
        }
        case Pool.Arrival.Ready(Environment environment, _) -> {
          var invocation = environment.invoke(request);
          pool.release(environment, clock.instant());
          freezer.later(environment);
          if (invocation != null) {
            return invocation;
          }
        }
      }
    }
    return unavailable("The function's environments end before they take a request", true);
  }

  private static Invocation unavailable(String reason, boolean retryable) {
    return Invocation.refused(new Outcome.Unavailable(reason, retryable));
  }

  private Pool.Arrival<Environment> take(FunctionSpec function, Interpreter interpreter) {
    var claim = pool.claim(function.key(), clock.instant());
    if (claim.start()) {
      startSoon(function, interpreter);
    }
    return await(function, claim);
  }

  private Pool.Arrival<Environment> await(FunctionSpec function, Pool.Claim<Environment> claim) {
    // Starting has its own bounds: initialisation, and once more within the function's timeout.
    var longest = settings.longestWait().plus(Limits.INIT).plus(function.timeout());
    try {
      return claim.arrival().get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return pool.leave(function.key(), claim)
          ? new Pool.Arrival.Refused<>("No environment became free in time")
          : claim.arrival().join();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Pool.Arrival.Refused<>("Interrupted");
    }
  }

  private void start(FunctionSpec function, Interpreter interpreter) {
    starts.acquireUninterruptibly();
    try {
      if (!pool.reserve(expectedMb(function))) {
        pool.startFailed(function.key(), "The memory for functions is used up");
        return;
      }
      var environment = starter.start(function, interpreter);
      pool.started(environment, clock.instant());
      freezer.later(environment);
    } catch (IOException | RuntimeException e) {
      // The code of a function that was deleted meanwhile is gone: nothing for an operator to do.
      var level =
          Files.exists(function.code()) ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG;
      LOG.log(level, "Cannot start " + function.arn(), e);
      pool.startFailed(function.key(), "Cannot start an environment: " + e.getMessage());
    } finally {
      starts.release();
    }
  }

  private void expire() {
    pool.expire(clock.instant(), settings.idleTime());
  }

  /// Starts an environment ahead of the first request if there is room for it.
  ///
  /// As AWS says of its environments: a function may be initialised without being invoked. Source:
  /// AWS Lambda Developer Guide, "Understanding the Lambda execution environment lifecycle".
  public void anticipate(FunctionSpec function) {
    if (runtimes.resolve(function.runtime())
            instanceof Resolution.Runs(_, Interpreter interpreter, _)
        && pool.anticipate(function.key(), expectedMb(function))) {
      startSoon(function, interpreter);
    }
  }

  private void startSoon(FunctionSpec function, Interpreter interpreter) {
    Thread.ofVirtual().name("environment-start").start(() -> start(function, interpreter));
  }

  private static int expectedMb(FunctionSpec function) {
    return Math.min(EXPECTED_MB, function.memoryMb());
  }

  /// Ends the idle environments of a version or configuration that will not be asked for again.
  public void retire(FunctionSpec function) {
    pool.retire(function.key()::equals);
  }

  /// Ends the idle environments that the version had with other configurations.
  public void retireOthers(FunctionSpec function) {
    var version = function.arn() + FunctionSpec.KEY_SEPARATOR;
    pool.retire(key -> key.startsWith(version) && !key.equals(function.key()));
  }

  /// Ends every environment.
  @Override
  public void close() {
    timer.shutdownNow();
    for (var environment : pool.close()) {
      environment.awaitEnd();
    }
    caches.close();
    launcher.close();
  }
}
