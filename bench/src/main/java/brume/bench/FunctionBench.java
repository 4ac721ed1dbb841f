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
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.spi.ToolProvider;

/// Functions in their environments, without the API in front: cold start, warm latency, throughput.
///
/// "Cold" is from the request to its answer with no environment there: sandbox, interpreter,
/// handler and one event; the code is on disk and in the page cache. "Warm" is a round trip to a
/// trivial handler. Every protection that the host gives is on, and printed first.
///
/// "First" is the first call ever, for Java before any AOT cache was made; the others start with
/// what Brume made of it, as functions do that were deployed a while ago.
///
/// Settings: `starts=N` (cold starts of each runtime, 10), `seconds=S` (for each warm line, 2),
/// `only=python,node,java,todo`, `todo=FILE` (the package of `solutions/todo`, whose handler makes
/// a client of the AWS SDK and is asked for what it refuses).
final class FunctionBench {
  private static final List<Integer> CALLERS = List.of(1, 8);
  private static final Bytes LISTING =
      Bytes.utf8(
          """
          {"httpMethod":"GET","requestContext":{},"queryStringParameters":{"limit":"0"}}
          """);
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
  private final Section section;

  private FunctionBench(
      Environments environments, Path directory, Options options, Section section) {
    this.environments = environments;
    this.directory = directory;
    this.options = options;
    this.section = section;
  }

  static void measure(Options options, Section section) throws IOException, InterruptedException {
    var directory = Files.createTempDirectory("function-bench");
    var endpoint = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4566);
    try (var environments =
        new Environments(
            directory.resolve("brume"),
            Settings.ofThisHost(endpoint, Set::of),
            Admission.OPEN,
            _ -> new Credentials("AKIAEXAMPLE", "secret", "token", Instant.MAX),
            InstantSource.system(),
            Ids.secure())) {
      environments.protections().stream()
          .filter(protection -> !protection.present())
          .forEach(lacking -> section.remark("This host lacks: " + lacking.name()));
      section.remark(
          "Without the API in front. A cold start is from the request to its answer with no"
              + " environment there; the first one ever, for Java, is before any AOT cache.");
      new FunctionBench(environments, directory, options, section).run();
    } finally {
      Directories.delete(directory);
    }
  }

  private void run() throws IOException, InterruptedException {
    if (options.wanted("python")) {
      measure(
          "Python",
          function("python3.13", "app.handler", "app.py", "def handler(e, c):\n    return e\n"));
    }
    if (options.wanted("node")) {
      measure(
          "Node.js",
          function(
              "nodejs22.x",
              "index.handler",
              "index.mjs",
              "export const handler = async (e) => e;\n"));
    }
    if (options.wanted("java")) {
      measure("Java", java());
    }
    if (options.wanted("todo") && !options.text("todo", "").isEmpty()) {
      measure("Java with the SDK", todo(Path.of(options.text("todo", ""))));
    }
  }

  private void measure(String name, FunctionSpec function)
      throws InterruptedException, IOException {
    double first = start(function);
    if (function.runtime().startsWith("java")) {
      awaitCaches();
    }
    int starts = options.number("starts", 10);
    var micros = new double[starts];
    for (int i = 0; i < starts; i++) {
      micros[i] = start(function) * 1e3;
    }
    Arrays.sort(micros);
    double median = micros[starts / 2];
    section.add(
        new Section.Figure(
            "cold start",
            name,
            1,
            new Load.Result(starts, 1e6 / median, median, micros[starts - 1], 0),
            String.format(Locale.ROOT, "the first one ever: %.0f ms", first)));
    for (int callers : CALLERS) {
      var result = new Load(options.number("seconds", 2)).run(callers, (_, _) -> invoke(function));
      section.add(new Section.Figure("warm call", name, callers, result, ""));
    }
    environments.retire(function);
  }

  /// Milliseconds of a call that finds no environment.
  private double start(FunctionSpec function) {
    environments.retire(function);
    long before = System.nanoTime();
    invoke(function);
    return (System.nanoTime() - before) / 1e6;
  }

  private void invoke(FunctionSpec function) {
    var event = function.name().equals("todo") ? LISTING : EVENT;
    var request = InvocationRequest.of(UUID.randomUUID().toString(), event, function.arn());
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
    return function(runtime, runtime, handler, code);
  }

  private static FunctionSpec function(String name, String runtime, String handler, Path code) {
    var arn = new Arn("lambda", "us-east-1", "000000000000", "function:" + name + ":1");
    return new FunctionSpec(
        arn,
        name,
        "1",
        "1",
        runtime,
        handler,
        code,
        List.of(),
        Map.of("TABLE", "todos"),
        512,
        Duration.ofSeconds(30),
        512,
        "/aws/lambda/bench",
        LogSink.NONE);
  }

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
    return function;
  }

  private FunctionSpec todo(Path jar) throws IOException {
    var code = Files.createDirectories(directory.resolve("todo"));
    try (var files = FileSystems.newFileSystem(jar)) {
      var root = files.getPath("/");
      try (var tree = Files.walk(root)) {
        for (var file : tree.skip(1).toList()) {
          Files.copy(file, code.resolve(root.relativize(file).toString()));
        }
      }
    }
    return function("todo", "java25", "brume.todo.TodoHandler::handleRequest", code);
  }

  /// Until nothing is being made any more.
  private void awaitCaches() throws IOException {
    var deadline = Instant.now().plus(CACHE_LIMIT);
    var jars = directory.resolve("brume/runtime/java");
    var prepared = directory.resolve("brume/prepared");
    while (Instant.now().isBefore(deadline)
        && (!has(jars, "shared-*.aot") || has(prepared, "unfinished"))) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static boolean has(Path directory, String name) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (var files = Files.newDirectoryStream(directory, name)) {
      return files.iterator().hasNext();
    }
  }
}
