package brume.lambda.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import brume.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidedFunctionsTest {
  /// A runtime of a few lines, as the AWS tutorial on custom runtimes builds one.
  private static final String SHELL =
      """
      #!/bin/sh
      api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime
      while true; do
        event=$(curl -sS -D /tmp/headers "$api/invocation/next") || exit 0
        id=$(grep -i '^lambda-runtime-aws-request-id' /tmp/headers | tr -d '\\r' | cut -d' ' -f2)
        curl -sS -o /dev/null -d "{\\"handler\\":\\"$_HANDLER\\",\\"got\\":$event}" "$api/invocation/$id/response"
      done
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
  void runsTheBootstrapOfThePackage() throws IOException {
    assumeThat(Path.of("/usr/bin/curl")).exists();
    var shell = lab.function("provided.al2023", "any.thing", Map.of("bootstrap", SHELL));

    lab.call(shell, "1");

    assertThat(lab.call(shell, "{\"a\":2}").print())
        .isEqualTo("{\"handler\":\"any.thing\",\"got\":{\"a\":2}}");
  }

  @Test
  void tellsThatABootstrapIsMissing() throws IOException {
    var empty = lab.function("provided.al2", "x", Map.of("readme", ""));

    assertThat(lab.failure(empty, "{}").get("errorType")).isEqualTo(Json.of("Runtime.ExitError"));
  }

  @Test
  void startsARuntimeThroughTheWrapperOfTheFunction() throws IOException {
    var wrapped =
        Lab.withVariables(
            lab.function(
                "python3.13",
                "app.handler",
                Map.of(
                    "wrapper", "#!/bin/sh\nexport WRAPPED=yes\nexec \"$@\"\n",
                    "app.py", "import os\ndef handler(e, c):\n    return os.environ['WRAPPED']\n")),
            Map.of("AWS_LAMBDA_EXEC_WRAPPER", "/var/task/wrapper"));
    lab.assumeProtected("own processes, files and mounts");

    assertThat(lab.call(wrapped, "{}")).isEqualTo(Json.of("yes"));
  }
}
