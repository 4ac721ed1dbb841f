package brume.bench;

import brume.base.Arn;
import brume.base.Bytes;
import brume.base.Ids;
import brume.lambda.runtime.Credentials;
import brume.lambda.runtime.FunctionSpec;
import brume.lambda.runtime.InvocationRequest;
import brume.lambda.runtime.LogSink;
import brume.lambda.runtime.Outcome;
import brume.lambda.runtime.pool.Admission;
import brume.lambda.runtime.pool.Environments;
import brume.lambda.runtime.pool.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.spi.ToolProvider;

/// Functions in their environments, without the API in front: cold start, warm latency, throughput.
///
/// "Cold" is from the request to its answer with no environment there: sandbox, interpreter,
/// handler and one event; the code is on disk and in the page cache. "Warm" is a round trip to a
/// trivial handler. Every protection that the host gives is on, and printed first.
///
/// Arguments: `starts=N` (cold starts of each runtime, 20), `seconds=S` (for each warm line, 3),
/// `only=python,node,java`.
public final class FunctionBench {
  private static final List<Integer> CALLERS = List.of(1, 8);
  private static final Bytes EVENT = Bytes.utf8("{\"name\":\"a\",\"numbers\":[1,2,3]}");
  private static final Duration CACHE_LIMIT = Duration.ofMinutes(2);

  private static final String JAVA =
      """
      package app;
      import com.amazonaws.services.lambda.runtime.*;
      import java.util.Map;
      public class Handler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
        public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
          return event;
        }
      }
      """;

  private final Environments environments;
  private final Path directory;
  private final Options options;

  private FunctionBench(Environments environments, Path directory, Options options) {
    this.environments = environments;
    this.directory = directory;
    this.options = options;
  }

  public static void main(String... args) throws IOException, InterruptedException {
    var directory = Files.createTempDirectory("function-bench");
    var endpoint = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4566);
    try (var environments =
        new Environments(
            directory.resolve("brume"),
            Settings.ofThisHost(endpoint),
            Admission.OPEN,
            _ -> new Credentials("AKIAEXAMPLE", "secret", "token", Instant.MAX),
            InstantSource.system(),
            Ids.secure())) {
      environments.protections().forEach(System.out::println);
      new FunctionBench(environments, directory, Options.of(args)).run();
    } finally {
      Directories.delete(directory);
    }
  }

  private void run() throws IOException, InterruptedException {
    System.out.printf(
        "%-8s %9s %9s %9s %9s | %8s %9s %9s %9s%n",
        "", "cold min", "p50 ms", "p90 ms", "max", "callers", "/s", "p50 µs", "p99 µs");
    if (options.wanted("python")) {
      measure(
          "python",
          function("python3.13", "app.handler", "app.py", "def handler(e, c):\n    return e\n"));
    }
    if (options.wanted("node")) {
      measure(
          "node",
          function(
              "nodejs22.x",
              "index.handler",
              "index.mjs",
              "export const handler = async (e) => e;\n"));
    }
    if (options.wanted("java")) {
      measure("java", java());
    }
  }

  private void measure(String name, FunctionSpec function) throws InterruptedException {
    int starts = options.number("starts", 20);
    var millis = new double[starts];
    for (int i = 0; i < starts; i++) {
      long before = System.nanoTime();
      invoke(function);
      millis[i] = (System.nanoTime() - before) / 1e6;
      environments.retire(function);
    }
    Arrays.sort(millis);
    System.out.printf(
        "%-8s %9.1f %9.1f %9.1f %9.1f",
        name, millis[0], millis[starts / 2], millis[starts * 9 / 10], millis[starts - 1]);
    for (int callers : CALLERS) {
      var load = new Load(options.number("seconds", 3));
      var result = load.run(callers, (_, _) -> invoke(function));
      System.out.printf(
          "%s| %8d %9.0f %9.0f %9.0f%n",
          callers == 1 ? " " : " ".repeat(49),
          callers,
          result.perSecond(),
          result.p50(),
          result.p99());
    }
    environments.retire(function);
  }

  private void invoke(FunctionSpec function) {
    var request = InvocationRequest.of(UUID.randomUUID().toString(), EVENT, function.arn());
    if (!(environments.invoke(function, request).outcome() instanceof Outcome.Success)) {
      throw new IllegalStateException("A function failed");
    }
  }

  private FunctionSpec function(String runtime, String handler, String file, String source)
      throws IOException {
    var code = Files.createDirectories(directory.resolve(runtime));
    var path = code.resolve(file);
    Files.createDirectories(path.resolve("..").normalize());
    Files.writeString(path, source);
    var arn = new Arn("lambda", "us-east-1", "000000000000", "function:" + runtime + ":1");
    return new FunctionSpec(
        arn,
        runtime,
        "1",
        "1",
        runtime,
        handler,
        code,
        List.of(),
        Map.of(),
        512,
        Duration.ofSeconds(30),
        512,
        "/aws/lambda/bench",
        LogSink.NONE);
  }

  /// Compiled, and once the AOT cache that all functions share is there.
  private FunctionSpec java() throws IOException {
    var function = function("java25", "app.Handler", "app/Handler.java", JAVA);
    var jars = directory.resolve("brume/runtime/java");
    var source = function.code().resolve("app/Handler.java").toString();
    var javac = ToolProvider.findFirst("javac").orElseThrow();
    javac.run(
        System.out,
        System.err,
        "-proc:none",
        "-cp",
        jars.resolve("aws-lambda-java-core.jar").toString(),
        source);
    invoke(function);
    var deadline = Instant.now().plus(CACHE_LIMIT);
    while (!hasCache(jars) && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    environments.retire(function);
    return function;
  }

  private static boolean hasCache(Path jars) throws IOException {
    try (var files = Files.newDirectoryStream(jars, "shared-*.aot")) {
      return files.iterator().hasNext();
    }
  }
}
