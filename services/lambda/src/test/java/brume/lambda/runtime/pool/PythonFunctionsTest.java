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

class PythonFunctionsTest {
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
  void answersWithWhatTheHandlerReturns() throws IOException {
    var echo = lab.python("def handler(event, context):\n    return {'got': event, 'ü': 1}\n");

    assertThat(lab.call(echo, "{\"a\":[1,null]}").print())
        .isEqualTo("{\"got\":{\"a\":[1,null]},\"ü\":1}");
  }

  @Test
  void keepsItsStateBetweenRequests() throws IOException {
    var counter = lab.python("n = 0\ndef handler(e, c):\n    global n\n    n += 1\n    return n\n");

    assertThat(lab.invoke(counter, "1").initDuration()).isNotNull();
    assertThat(lab.invoke(counter, "1").initDuration()).isNull();
    assertThat(lab.call(counter, "1")).isEqualTo(Json.of(3));
  }

  @Test
  void describesWhatTheHandlerRaised() throws IOException {
    var broken =
        lab.python("def handler(event, context):\n    raise ValueError('no such thing')\n");

    var error = lab.failure(broken, "{}");

    assertThat(error.get("errorType")).isEqualTo(Json.of("ValueError"));
    assertThat(error.get("errorMessage")).isEqualTo(Json.of("no such thing"));
    assertThat(error.get("stackTrace").texts().getFirst())
        .isEqualTo(
            """
              File "/var/task/app.py", line 2, in handler
                raise ValueError('no such thing')
            """);
    assertThat(error.has("requestId")).isTrue();
  }

  @Test
  void endsAtItsTimeout() throws IOException {
    var slow =
        Lab.within(
            lab.python("import time\ndef handler(e, c):\n    time.sleep(60)\n"),
            Duration.ofSeconds(1));

    var invocation = lab.invoke(slow, "{}");

    assertThat(invocation.outcome()).isInstanceOf(Outcome.FunctionError.class);
    var error = (Outcome.FunctionError) invocation.outcome();
    assertThat(error.payload().toUtf8())
        .matches(
            "\\{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: [-0-9a-f]{36}"
                + " Error: Task timed out after 1.00 seconds\"}");
    assertThat(invocation.logTail().toUtf8()).contains(" Task timed out after 1.00 seconds");
  }

  @Test
  void tellsOfItsEnd() throws IOException {
    var leaver = lab.python("import os\ndef handler(e, c):\n    os._exit(3)\n");

    var error = lab.failure(leaver, "{}");

    assertThat(error.get("errorType")).isEqualTo(Json.of("Runtime.ExitError"));
    assertThat(error.get("errorMessage").text())
        .endsWith("Error: Runtime exited with error: exit status 3");
  }

  @Test
  void tellsThatAModuleIsMissing() throws IOException {
    var broken = lab.python("import nothing_like_it\n");

    var error = lab.failure(broken, "{}");

    assertThat(error.get("errorType")).isEqualTo(Json.of("Runtime.ImportModuleError"));
    assertThat(error.get("errorMessage").text())
        .isEqualTo("Unable to import module 'app': No module named 'nothing_like_it'");
  }

  @Test
  void logsAsTheServiceDoes() throws IOException {
    var talker =
        lab.python(
            """
            import logging
            logging.getLogger().setLevel(logging.INFO)
            def handler(event, context):
                print('hello')
                logging.info('there')
                print('no end', end='')
                return context.aws_request_id
            """);

    var invocation = lab.invoke(talker, "{}");

    var lines = invocation.logTail().toUtf8().split("\n");
    var id = ((Outcome.Success) invocation.outcome()).payload().toUtf8().replace("\"", "");
    assertThat(lines[0]).isEqualTo("START RequestId: " + id + " Version: $LATEST");
    assertThat(lines[1]).isEqualTo("hello");
    assertThat(lines[2]).matches("\\[INFO]\t[-0-9T:.]+Z\t" + id + "\tthere");
    assertThat(lines[3]).isEqualTo("no endEND RequestId: " + id);
    assertThat(lines[4])
        .matches(
            "REPORT RequestId: "
                + id
                + "\tDuration: [0-9.]+ ms\tBilled Duration: [0-9]+ ms\tMemory Size: 128 MB"
                + "\tMax Memory Used: [0-9]+ MB\tInit Duration: [0-9.]+ ms\t");
  }
}
