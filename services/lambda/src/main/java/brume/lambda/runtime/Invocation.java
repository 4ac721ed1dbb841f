package brume.lambda.runtime;

import brume.base.Bytes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A finished request: its outcome and what it used.
///
/// @param logTail the last [Limits#LOG_TAIL_BYTES] of its log, for `LogType=Tail`
/// @param duration in the handler
/// @param billed duration and initialisation, rounded up to milliseconds
/// @param initDuration when this request started its environment
/// @param maxMemoryMb the environment's peak so far; zero where the host cannot measure it
public record Invocation(
    Outcome outcome,
    Bytes logTail,
    Duration duration,
    Duration billed,
    @Nullable Duration initDuration,
    int maxMemoryMb) {

  /// For a request that no environment took.
  public static Invocation refused(Outcome outcome) {
    return new Invocation(outcome, Bytes.EMPTY, Duration.ZERO, Duration.ZERO, null, 0);
  }
}
