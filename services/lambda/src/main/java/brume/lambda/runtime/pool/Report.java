package brume.lambda.runtime.pool;

import brume.lambda.runtime.Outcome;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The lines that the platform writes about a request, letter by letter as AWS does.
///
/// @param init when the request started its environment
record Report(
    String requestId,
    Duration duration,
    @Nullable Duration init,
    int memoryMb,
    int maxMemoryMb,
    Outcome outcome) {
  private static final double NANOS_PER_MILLI = 1e6;

  static String start(String requestId, String version) {
    return "START RequestId: " + requestId + " Version: " + version + "\n";
  }

  static String end(String requestId) {
    return "END RequestId: " + requestId + "\n";
  }

  /// Initialisation is billed too. Source: AWS Compute Blog, "AWS Lambda standardizes billing for
  /// INIT Phase", valid from August 2025.
  Duration billed() {
    var all = init == null ? duration : duration.plus(init);
    return Duration.ofMillis((long) Math.ceil(all.toNanos() / NANOS_PER_MILLI));
  }

  String line() {
    var line = new StringBuilder("REPORT RequestId: ").append(requestId);
    line.append("\tDuration: ").append(millis(duration)).append(" ms");
    line.append("\tBilled Duration: ").append(billed().toMillis()).append(" ms");
    line.append("\tMemory Size: ").append(memoryMb).append(" MB");
    line.append("\tMax Memory Used: ").append(maxMemoryMb).append(" MB\t");
    if (init != null) {
      line.append("Init Duration: ").append(millis(init)).append(" ms\t");
    }
    if (outcome instanceof Outcome.FunctionError(_, String type)) {
      line.append(status(type)).append('\t');
    }
    return line.append('\n').toString();
  }

  /// Only what the platform itself ended has a status; what a handler threw has none.
  private static String status(String type) {
    return switch (type) {
      case "Sandbox.Timedout" -> "Status: timeout";
      case "Runtime.OutOfMemory", "Runtime.ExitError" -> "Status: error\tError Type: " + type;
      default -> "Status: error";
    };
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toNanos() / NANOS_PER_MILLI);
  }
}
