package brume.lambda.runtime.pool;

import static org.assertj.core.api.Assumptions.assumeThat;

import brume.base.Arn;
import brume.base.Bytes;
import brume.base.Ids;
import brume.json.Json;
import brume.lambda.runtime.Credentials;
import brume.lambda.runtime.FunctionSpec;
import brume.lambda.runtime.Invocation;
import brume.lambda.runtime.InvocationRequest;
import brume.lambda.runtime.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.spi.ToolProvider;

/// Real environments with functions written by tests.
final class Lab implements AutoCloseable {
  /// Shorter than AWS's, so that tests need not wait for that.
  static final Duration INIT = Duration.ofSeconds(3);

  final Environments environments;
  final List<String> log = new CopyOnWriteArrayList<>();
  final ServerSocket endpoint;

  /// That functions reach beside [#endpoint].
  volatile Set<Integer> furtherPorts = Set.of();

  private final Path directory;
  private int functions;

  Lab(Path directory) throws IOException {
    this(directory, Admission.OPEN);
  }

  Lab(Path directory, Admission admission) throws IOException {
    this.directory = directory;
    endpoint = new ServerSocket();
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    endpoint.bind(new InetSocketAddress(loopback, 0));
    var settings =
        Settings.ofThisHost(
            new InetSocketAddress(loopback, endpoint.getLocalPort()), () -> furtherPorts);
    environments =
        new Environments(
            directory.resolve("brume"),
            settings,
            INIT,
            admission,
            _ -> new Credentials("AKIAEXAMPLE", "secret", "token", Instant.MAX),
            InstantSource.system(),
            Ids.secure());
  }

  FunctionSpec python(String source) throws IOException {
    return function("python3.13", "app.handler", Map.of("app.py", source));
  }

  FunctionSpec node(String file, String source) throws IOException {
    return function("nodejs22.x", "index.handler", Map.of(file, source));
  }

  FunctionSpec function(String runtime, String handler, Map<String, String> files)
      throws IOException {
    var name = "f" + functions++;
    var code = Files.createDirectories(directory.resolve(name));
    for (var file : files.entrySet()) {
      var path = code.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      path.toFile().setExecutable(true, false);
    }
    var arn = new Arn("lambda", "us-east-1", "000000000000", "function:" + name + ":$LATEST");
    return new FunctionSpec(
        arn,
        name,
        "$LATEST",
        "1",
        runtime,
        handler,
        code,
        List.of(),
        Map.of("COLOUR", "blue"),
        128,
        Duration.ofSeconds(60),
        512,
        "/aws/lambda/" + name,
        (_, line) -> log.add(line.text()));
  }

  /// Compiles a class named `app.Handler`.
  FunctionSpec java(String handler, String source) throws IOException {
    var name = "app/Handler.java";
    var function = function("java25", handler, Map.of(name, source));
    var jars = directory.resolve("brume/runtime/java");
    var arguments =
        List.of(
            "-proc:none",
            "-cp",
            jars.resolve("aws-lambda-java-core.jar").toString(),
            function.code().resolve(name).toString());
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(System.out, System.err, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new AssertionError("javac failed");
    }
    return withMemory(function, 512);
  }

  static FunctionSpec withVariables(FunctionSpec spec, Map<String, String> variables) {
    return copy(spec, spec.layers(), variables, spec.memoryMb(), spec.timeout());
  }

  static FunctionSpec within(FunctionSpec spec, Duration timeout) {
    return copy(spec, spec.layers(), spec.variables(), spec.memoryMb(), timeout);
  }

  static FunctionSpec withMemory(FunctionSpec spec, int memoryMb) {
    return copy(spec, spec.layers(), spec.variables(), memoryMb, spec.timeout());
  }

  static FunctionSpec withLayers(FunctionSpec spec, List<Path> layers) {
    return copy(spec, layers, spec.variables(), spec.memoryMb(), spec.timeout());
  }

  private static FunctionSpec copy(
      FunctionSpec spec,
      List<Path> layers,
      Map<String, String> variables,
      int memoryMb,
      Duration timeout) {
    return new FunctionSpec(
        spec.arn(),
        spec.name(),
        spec.version(),
        spec.configHash(),
        spec.runtime(),
        spec.handler(),
        spec.code(),
        layers,
        variables,
        memoryMb,
        timeout,
        spec.tmpMb(),
        spec.logGroup(),
        spec.logs());
  }

  Invocation invoke(FunctionSpec spec, String payload) {
    var id = UUID.randomUUID().toString();
    return environments.invoke(spec, InvocationRequest.of(id, Bytes.utf8(payload), spec.arn()));
  }

  /// Skips the test on hosts that lack the protection which it is about.
  void assumeProtected(String name) {
    var protection =
        environments.protections().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    assumeThat(protection.present()).as(name + ": " + protection.detail()).isTrue();
  }

  /// Waits, with a generous deadline, for what will surely come.
  static void await(String what, BooleanSupplier condition) {
    var deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("Waited in vain: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /// The reply of a function that must succeed.
  Json call(FunctionSpec spec, String payload) {
    return switch (invoke(spec, payload).outcome()) {
      case Outcome.Success(Bytes reply) -> Json.parse(reply.toUtf8());
      case Outcome.FunctionError(Bytes error, _) -> throw new AssertionError(error.toUtf8());
      case Outcome other -> throw new AssertionError(other);
    };
  }

  /// The error of a function that must fail.
  Json.Obj failure(FunctionSpec spec, String payload) {
    return switch (invoke(spec, payload).outcome()) {
      case Outcome.FunctionError(Bytes error, _) -> (Json.Obj) Json.parse(error.toUtf8());
      case Outcome other -> throw new AssertionError(other);
    };
  }

  @Override
  public void close() throws IOException {
    environments.close();
    endpoint.close();
  }
}
