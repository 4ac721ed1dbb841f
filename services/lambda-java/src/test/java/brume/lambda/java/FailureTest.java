package brume.lambda.java;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureTest {
  private static Throwable thrown(String message, Throwable cause, StackTraceElement... frames) {
    var thrown = new IllegalStateException(message, cause);
    thrown.setStackTrace(frames);
    return thrown;
  }

  private static StackTraceElement frame(String type) {
    return new StackTraceElement(type, "run", "A.java", 3);
  }

  @Test
  void showsTheFramesOfTheFunctionAlone() {
    var error =
        thrown("no\n", null, frame("app.A"), frame("brume.lambda.java.Bootstrap"), frame("x"));

    var failure = Failure.of(error);

    assertThat(new String(failure.json(), UTF_8))
        .isEqualTo(
            """
            {"errorMessage":"no\\n","errorType":"java.lang.IllegalStateException",\
            "stackTrace":["app.A.run(A.java:3)"]}\
            """);
    assertThat(failure.type()).isEqualTo("java.lang.IllegalStateException");
    assertThat(failure.text())
        .startsWith("no\n: java.lang.IllegalStateException\n")
        .contains("\tat app.A.run(A.java:3)\n")
        .doesNotContain("Bootstrap");
  }

  @Test
  void tellsCausesOnce() {
    var inner = new IllegalStateException("inner");
    inner.setStackTrace(new StackTraceElement[0]);
    var outer = thrown("outer", inner);
    inner.initCause(outer);

    assertThat(new String(Failure.of(outer).json(), UTF_8))
        .isEqualTo(
            """
            {"errorMessage":"outer","errorType":"java.lang.IllegalStateException","stackTrace":[],\
            "cause":{"errorMessage":"inner","errorType":"java.lang.IllegalStateException",\
            "stackTrace":[]}}\
            """);
  }

  @Test
  void hidesWhereAFaultWasNoticed() {
    var failure = Failure.of(new Fault("Class not found: a", new ClassNotFoundException("a")));

    assertThat(new String(failure.json(), UTF_8))
        .isEqualTo(
            "{\"errorMessage\":\"Class not found: a\",\"errorType\":\"java.lang.ClassNotFoundException\"}");
  }

  @Test
  void escapesWhatJsonCannotHold() {
    assertThat(new JsonText().value("\"\\\t\u0001\ud800ü").toString())
        .isEqualTo("\"\\\"\\\\\\t\\u0001\\ud800ü\"");
  }

  @Test
  void logsJsonFromTheLevelThatIsWanted() {
    var out = new ByteArrayOutputStream();
    var variables =
        new Variables(Map.of("AWS_LAMBDA_LOG_FORMAT", "JSON", "AWS_LAMBDA_LOG_LEVEL", "WARN"));
    var logger = Logger.of(variables, new PrintStream(out, false, UTF_8));

    logger.log("unseen", LogLevel.INFO);
    logger.log("seen", LogLevel.ERROR);

    assertThat(out.toString(UTF_8))
        .matches("\\{\"timestamp\":\"[-0-9T:.]+Z\",\"message\":\"seen\",\"level\":\"ERROR\"}\n");
  }
}
