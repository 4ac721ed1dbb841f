package brume.lambda.runtime;

import java.time.Duration;

/// Bounds of the execution of functions. Source: AWS Lambda Developer Guide, "Lambda quotas".
public final class Limits {
  /// Of a synchronous request or reply: 6 MB and the few bytes AWS allows above.
  public static final int PAYLOAD_BYTES = 6_291_556;

  /// What `LogType=Tail` answers.
  public static final int LOG_TAIL_BYTES = 4096;

  /// A longer line is cut into several events, as CloudWatch Logs bounds an event.
  public static final int LOG_LINE_BYTES = 256 * 1024;

  /// Initialisation outside the function's own timeout.
  public static final Duration INIT = Duration.ofSeconds(10);

  /// Processes and threads of one environment.
  public static final int PROCESSES = 1024;

  private Limits() {}
}
