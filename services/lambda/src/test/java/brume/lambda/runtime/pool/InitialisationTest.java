package brume.lambda.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;

import brume.json.Json;
import brume.lambda.runtime.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Functions that fail before they can take a request.
class InitialisationTest {
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
  void reportsWhatInitialisationRaised() throws IOException {
    var broken = lab.python("raise KeyError('TABLE')\n");

    var error = lab.failure(broken, "{}");

    assertThat(error.get("errorType")).isEqualTo(Json.of("KeyError"));
    assertThat(error.get("errorMessage")).isEqualTo(Json.of("'TABLE'"));
  }

  @Test
  void reportsAnExitOfInitialisation() throws IOException {
    var leaver = lab.python("import os\nos._exit(7)\n");

    var error = lab.failure(leaver, "{}");

    assertThat(error.get("errorType")).isEqualTo(Json.of("Runtime.ExitError"));
    assertThat(error.get("errorMessage").text()).endsWith("exit status 7");
  }

  @Test
  void startsOnceMoreWithinTheTimeoutOfTheFunction() throws IOException {
    var slow =
        Lab.within(
            lab.python("import time\nprint('starts', flush=True)\ntime.sleep(600)\n"),
            Duration.ofSeconds(1));
    int before = starts();

    var invocation = lab.invoke(slow, "{}");

    assertThat(((Outcome.FunctionError) invocation.outcome()).errorType())
        .isEqualTo("Sandbox.Timedout");
    Lab.await("both starts in the log", () -> starts() == before + 2);
  }

  private static int starts() {
    return (int) lab.log.stream().filter(line -> line.equals("starts\n")).count();
  }

  @Test
  void triesAnewWithTheNextRequest() throws IOException {
    var moody =
        lab.python(
            """
            import os
            if os.environ['AWS_LAMBDA_LOG_STREAM_NAME'].endswith('x'):
                pass
            raise OSError('not today')
            """);

    lab.failure(moody, "{}");

    assertThat(lab.failure(moody, "{}").get("errorMessage")).isEqualTo(Json.of("not today"));
  }

  @Test
  void namesARuntimeThatItDoesNotKnow() throws IOException {
    var odd = lab.function("cobol85", "a.b", java.util.Map.of("a", ""));

    var outcome = lab.invoke(odd, "{}").outcome();

    assertThat(outcome)
        .isEqualTo(new Outcome.Unavailable("Brume does not run the runtime cobol85", false));
  }
}
