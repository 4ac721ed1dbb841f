package brume.lambda.runtime.pool;

import brume.base.Ids;
import brume.lambda.runtime.CredentialSource;
import brume.lambda.runtime.FunctionSpec;
import brume.lambda.runtime.Limits;
import brume.lambda.runtime.api.Forwarder;
import brume.lambda.runtime.api.Rendezvous;
import brume.lambda.runtime.api.RuntimeApi;
import brume.lambda.runtime.jvm.AotCaches;
import brume.lambda.runtime.jvm.JavaClasses;
import brume.lambda.runtime.language.Bootstraps;
import brume.lambda.runtime.language.Interpreter;
import brume.lambda.runtime.language.Language;
import brume.lambda.runtime.sandbox.Launcher;
import brume.lambda.runtime.sandbox.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Starts environments from nothing.
final class Starter {
  private static final int FIRST_UID = 100_000;

  /// What the JDK needs to write a cache down, whatever the function itself needs.
  private static final int REHEARSAL_MB = 1024;

  private static final int ID_LENGTH = 12;
  private static final int STREAM_DIGITS = 32;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  private final Launcher launcher;
  private final Bootstraps bootstraps;
  private final Layers layers;
  private final AotCaches caches;
  private final CredentialSource credentials;
  private final Duration initLimit;
  private final InetSocketAddress endpoint;
  private final Supplier<Set<Integer>> furtherPorts;
  private final Ids ids;
  private final InstantSource clock;
  private final Map<String, Integer> uids = new ConcurrentHashMap<>();
  private final AtomicInteger nextUid = new AtomicInteger(FIRST_UID);

  Starter(
      Launcher launcher,
      Bootstraps bootstraps,
      Layers layers,
      AotCaches caches,
      CredentialSource credentials,
      Duration initLimit,
      Settings settings,
      Ids ids,
      InstantSource clock) {
    this.launcher = launcher;
    this.bootstraps = bootstraps;
    this.layers = layers;
    this.caches = caches;
    this.credentials = credentials;
    this.initLimit = initLimit;
    this.endpoint = settings.endpoint();
    this.furtherPorts = settings.furtherPorts();
    this.ids = ids;
    this.clock = clock;
  }

  /// Blocks until the environment is ready for a request or has failed to become it.
  Environment start(FunctionSpec function, Interpreter interpreter) throws IOException {
    boolean isJava = interpreter.language() == Language.JAVA;
    var classes =
        isJava
            ? caches.choose(function, interpreter.program(), interpreter.home())
            : JavaClasses.plain();
    var environment = launch(function, interpreter, classes);
    var start = environment.awaitStart(initLimit);
    if (classes.hasCache() && start instanceof Start.Exited(boolean met) && !met) {
      // Perhaps the JVM refused the cache; if it was anything else, it will fail again.
      environment = launch(function, interpreter, JavaClasses.plain());
      start = environment.awaitStart(initLimit);
      if (environment.met()) {
        caches.refuse(function, classes);
      }
    }
    if (start instanceof Start.TimedOut) {
      // As AWS does: once more, now within the function's own timeout.
      environment.kill();
      environment = launch(function, interpreter, classes);
      start = environment.awaitStart(function.timeout());
    }
    if (isJava
        && classes.prepared() == null
        && start instanceof Start.Done(Duration took)
        && took != null) {
      caches.started(function, took, other -> rehearsal(function, interpreter, other), endpoint);
    }
    return environment;
  }

  private Environment launch(FunctionSpec function, Interpreter interpreter, JavaClasses classes)
      throws IOException {
    long startedAt = System.nanoTime();
    var journal = new Journal(streamOf(function), function.logs(), clock);
    var issued = credentials.issue(function);
    var subject =
        new Bootstraps.Subject(
            function, interpreter, layers.merged(function.layers()), issued, journal.stream());
    var ports = Set.copyOf(furtherPorts.get());
    var sandbox =
        launcher.launch(plan(subject, classes, function.memoryMb(), ports), journal::print);
    var rendezvous = new Rendezvous();
    RuntimeApi.serve(sandbox.runtimeApi(), rendezvous);
    Forwarder.serve(sandbox.endpoints(), endpoint);
    return new Environment(
        function,
        sandbox,
        rendezvous,
        journal,
        clock,
        issued.expiry(),
        () -> ports.equals(furtherPorts.get()),
        startedAt);
  }

  /// Of a start whose classes are recorded.
  private Plan rehearsal(FunctionSpec function, Interpreter interpreter, JavaClasses classes) {
    try {
      var opt = layers.merged(function.layers());
      var issued = credentials.issue(function);
      var subject = new Bootstraps.Subject(function, interpreter, opt, issued, streamOf(function));
      return plan(
          subject,
          classes,
          Math.max(function.memoryMb(), REHEARSAL_MB),
          Set.copyOf(furtherPorts.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Plan plan(
      Bootstraps.Subject subject, JavaClasses classes, int memoryMb, Set<Integer> ports) {
    var function = subject.function();
    return new Plan(
        ids.lower(ID_LENGTH),
        uids.computeIfAbsent(function.name(), _ -> nextUid.getAndIncrement()),
        function.code(),
        subject.layers(),
        bootstraps.directory(),
        classes.prepared(),
        subject.interpreter().home(),
        place -> bootstraps.command(subject, classes, place),
        memoryMb,
        function.tmpMb(),
        ports,
        Limits.PROCESSES);
  }

  /// As AWS names it: `2026/01/31/[$LATEST]0123…`.
  private String streamOf(FunctionSpec function) {
    var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).format(DAY);
    return day + "/[" + function.version() + "]" + ids.hex(STREAM_DIGITS);
  }
}
