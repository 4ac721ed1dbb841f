package brume.lambda.java;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The logger of the context: plain text as it comes, or one JSON object a message.
final class Logger implements LambdaLogger {
  private final PrintStream out;
  private final boolean json;
  private final LogLevel lowest;
  private volatile @Nullable InvocationContext context;

  private Logger(PrintStream out, boolean json, LogLevel lowest) {
    this.out = out;
    this.json = json;
    this.lowest = lowest;
  }

  static Logger of(Variables variables, PrintStream out) {
    var level = variables.text("AWS_LAMBDA_LOG_LEVEL");
    return new Logger(
        out,
        variables.text("AWS_LAMBDA_LOG_FORMAT").equals("JSON"),
        level.isEmpty() ? LogLevel.UNDEFINED : LogLevel.fromString(level));
  }

  /// Appenders of logging libraries ask `LambdaRuntime` for the logger; only reflection gives it
  /// one.
  void install() {
    try {
      var field = LambdaRuntime.class.getDeclaredField("logger");
      field.setAccessible(true);
      field.set(null, this);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("LambdaRuntime has changed", e);
    }
  }

  void begin(InvocationContext context) {
    this.context = context;
  }

  void error(String text) {
    log(text, json ? LogLevel.ERROR : LogLevel.UNDEFINED);
  }

  @Override
  public void log(String message) {
    log(message, LogLevel.UNDEFINED);
  }

  @Override
  public void log(String message, LogLevel level) {
    if (isWanted(level)) {
      print((json ? entry(message, level) : text(message, level)).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void log(byte[] message) {
    print(message);
  }

  @Override
  public void log(byte[] message, LogLevel level) {
    if (isWanted(level)) {
      print(message);
    }
  }

  private boolean isWanted(LogLevel level) {
    return level == LogLevel.UNDEFINED || level.compareTo(lowest) >= 0;
  }

  /// In one piece, whatever other threads print.
  private void print(byte[] message) {
    out.write(message, 0, message.length);
    out.flush();
  }

  private static String text(String message, LogLevel level) {
    return level == LogLevel.UNDEFINED ? message : "[" + level + "] " + message;
  }

  private String entry(String message, LogLevel level) {
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    var entry = new JsonText().open('{').name("timestamp").value(now);
    entry.name("message").value(message).name("level").value(level.toString());
    var present = context;
    if (present != null) {
      entry.name("AWSRequestId").value(present.getAwsRequestId());
    }
    return entry.close('}') + "\n";
  }
}
