package brume.lambda.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;

import brume.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaFunctionsTest {
  private static final String GREETER =
      """
      package app;

      import com.amazonaws.services.lambda.runtime.Context;
      import com.amazonaws.services.lambda.runtime.RequestHandler;
      import java.util.Map;

      public class Handler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
        private int count;

        public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
          System.out.println("Grüße");
          context.getLogger().log("logged");
          return Map.of("name", event.get("name"), "count", ++count, "memory", context.getMemoryLimitInMB());
        }
      }
      """;

  @TempDir static Path directory;
  private static Lab lab;

  @BeforeAll
  static void open() throws IOException {
    lab = new Lab(directory);
  }

  @AfterAll
  static void close() throws IOException {
    lab.close();
  }

  @Test
  void runsHandlersOfObjects() throws IOException {
    var greeter = lab.java("app.Handler", GREETER);

    lab.call(greeter, "{\"name\":\"a\"}");
    var answer = (Json.Obj) lab.call(greeter, "{\"name\":\"ü\"}");

    assertThat(answer.get("name")).isEqualTo(Json.of("ü"));
    assertThat(answer.get("count")).isEqualTo(Json.of(2));
    assertThat(answer.get("memory")).isEqualTo(Json.of(512));
  }

  @Test
  void logsWhatItPrintsWithTheRequest() throws IOException {
    var greeter = lab.java("app.Handler", GREETER);

    var lines = lab.invoke(greeter, "{\"name\":\"a\"}").logTail().toUtf8().split("\n");

    assertThat(lines[1]).isEqualTo("Grüße");
    assertThat(lines[2]).startsWith("loggedEND RequestId: ");
  }

  @Test
  void describesWhatTheHandlerThrew() throws IOException {
    var broken =
        lab.java(
            "app.Handler::run",
            """
            package app;

            public class Handler {
              public String run(String event) throws Exception {
                throw new java.io.IOException("outer", new IllegalStateException("inner"));
              }
            }
            """);

    var error = lab.failure(broken, "\"x\"");

    assertThat(error.get("errorType")).isEqualTo(Json.of("java.io.IOException"));
    assertThat(error.get("errorMessage")).isEqualTo(Json.of("outer"));
    assertThat(error.get("stackTrace").texts().getFirst())
        .isEqualTo("app.Handler.run(Handler.java:5)");
    assertThat(((Json.Obj) error.get("cause")).get("errorMessage")).isEqualTo(Json.of("inner"));
  }

  @Test
  void tellsThatAClassIsMissing() throws IOException {
    var lost = lab.function("java21", "app.Nothing", Map.of("readme", ""));

    var error = lab.failure(Lab.withMemory(lost, 512), "{}");

    assertThat(error.get("errorMessage")).isEqualTo(Json.of("Class not found: app.Nothing"));
    assertThat(error.get("errorType")).isEqualTo(Json.of("java.lang.ClassNotFoundException"));
  }

  @Test
  void startsFromTheSharedCacheOnceThatIsMade() throws IOException {
    var maps =
        lab.java(
            "app.Handler::maps",
            """
            package app;

            import java.nio.file.*;

            public class Handler {
              public static boolean maps() throws Exception {
                return Files.readAllLines(Path.of("/proc/self/maps")).stream()
                    .anyMatch(line -> line.contains("/shared-") && line.endsWith(".aot"));
              }
            }
            """);
    lab.call(maps, "{}");

    awaitCache();
    lab.environments.retire(maps);

    assertThat(lab.call(maps, "{}")).isEqualTo(Json.of(true));
  }

  @Test
  void startsFromItsOwnCacheAfterAStartThatWasSlow() throws IOException {
    var slow =
        lab.java(
            "app.Handler::look",
            """
            package app;

            import java.nio.file.*;
            import java.util.Map;

            public class Handler {
              public Handler() throws Exception {
                java.util.concurrent.TimeUnit.MILLISECONDS.sleep(300);
              }

              public Map<String, Object> look() throws Exception {
                var resource = Handler.class.getResource("/greeting.txt");
                return Map.of(
                    "own", Files.readAllLines(Path.of("/proc/self/maps")).stream()
                        .anyMatch(line -> line.endsWith("/function.aot")),
                    "protocol", resource.getProtocol(),
                    "text", Files.readString(Path.of(resource.toURI())));
              }
            }
            """);
    Files.writeString(slow.code().resolve("greeting.txt"), "hello");

    var before = (Json.Obj) lab.call(slow, "{}");
    Lab.await("a cache of its own", () -> hasOwnCache(directory.resolve("brume/prepared")));
    lab.environments.retire(slow);
    var after = (Json.Obj) lab.call(slow, "{}");

    assertThat(before.get("own")).isEqualTo(Json.of(false));
    assertThat(after).isEqualTo(before.with("own", Json.of(true)));
    assertThat(after.get("protocol")).isEqualTo(Json.of("file"));
    assertThat(after.get("text")).isEqualTo(Json.of("hello"));
  }

  private static boolean hasOwnCache(Path prepared) {
    return Stream.of(Objects.requireNonNullElse(prepared.toFile().listFiles(), new File[0]))
        .filter(each -> !each.getName().equals("unfinished"))
        .anyMatch(each -> new File(each, "resources/greeting.txt").exists());
  }

  @Test
  void startsAheadOfTheFirstRequest() throws IOException {
    var greeter = lab.java("app.Handler", GREETER);

    int before = lab.environments.census().idle();
    lab.environments.anticipate(greeter);
    lab.environments.anticipate(greeter);
    Lab.await("an idle environment", () -> lab.environments.census().idle() == before + 1);
    var first = lab.invoke(greeter, "{\"name\":\"a\"}");

    assertThat(first.initDuration()).isNotNull();
    assertThat(first.duration()).isLessThan(first.billed());
    assertThat(lab.environments.census().idle()).isEqualTo(before + 1);
  }

  @Test
  void startsWithoutTheCacheThatTheJvmRefuses() throws IOException {
    var large =
        Lab.withVariables(
            lab.java("app.Handler", GREETER), Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseZGC"));
    lab.invoke(large, "{\"name\":\"a\"}");

    awaitCache();
    lab.environments.retire(large);

    assertThat(((Json.Obj) lab.call(large, "{\"name\":\"b\"}")).get("count")).isEqualTo(Json.of(1));
  }

  @Test
  void tellsThatTheJvmDoesNotStart() throws IOException {
    var odd =
        Lab.withVariables(
            lab.java("app.Handler", GREETER), Map.of("JAVA_TOOL_OPTIONS", "-XX:+NoSuchFlag"));

    assertThat(lab.failure(odd, "{}").get("errorType")).isEqualTo(Json.of("Runtime.ExitError"));
  }

  private static void awaitCache() {
    var java = directory.resolve("brume/runtime/java").toFile();
    Lab.await(
        "an AOT cache", () -> Stream.of(java.list()).anyMatch(name -> name.startsWith("shared-")));
  }
}
