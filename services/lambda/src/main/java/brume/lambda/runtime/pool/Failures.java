package brume.lambda.runtime.pool;

import brume.base.Bytes;
import brume.json.Json;
import brume.lambda.runtime.Limits;
import brume.lambda.runtime.Outcome;
import brume.lambda.runtime.api.Reply;
import brume.lambda.runtime.sandbox.Sandbox;
import java.time.Duration;
import java.util.Locale;

/// Failures as AWS words them to the caller. Source: AWS Lambda Developer Guide, "Troubleshoot
/// execution issues in Lambda".
final class Failures {
  private Failures() {}

  static Outcome.FunctionError reported(Reply.Failed failure) {
    return new Outcome.FunctionError(failure.error(), failure.type());
  }

  static Outcome.FunctionError timedOut(String requestId, Duration timeout) {
    return error(
        "Sandbox.Timedout", "RequestId: " + requestId + " Error: " + timedOutText(timeout));
  }

  static String timedOutText(Duration timeout) {
    return String.format(
        Locale.ROOT, "Task timed out after %.2f seconds", timeout.toMillis() / 1000.0);
  }

  static Outcome.FunctionError exited(String requestId, Sandbox.Exit exit) {
    return error(
        exit.outOfMemory() ? "Runtime.OutOfMemory" : "Runtime.ExitError",
        "RequestId: " + requestId + " Error: " + exitedText(exit));
  }

  static String exitedText(Sandbox.Exit exit) {
    return exit.status() == 0
        ? "Runtime exited without providing a reason"
        : "Runtime exited with error: " + exit.text();
  }

  static Outcome.FunctionError tooLarge() {
    return error(
        "Function.ResponseSizeTooLarge",
        "Response payload size exceeded maximum allowed payload size ("
            + Limits.PAYLOAD_BYTES
            + " bytes).");
  }

  private static Outcome.FunctionError error(String type, String message) {
    var payload = Json.object("errorType", Json.of(type), "errorMessage", Json.of(message)).print();
    return new Outcome.FunctionError(Bytes.utf8(payload), type);
  }
}
