package brume.lambda.runtime;

import brume.base.Bytes;

/// What became of a request.
public sealed interface Outcome {

  /// The handler returned.
  record Success(Bytes payload) implements Outcome {}

  /// The function failed: it threw, ran out of time or memory, or ended.
  ///
  /// @param payload JSON with `errorType` and `errorMessage`, as AWS shapes it
  /// @param errorType the same type, for logs and metrics
  record FunctionError(Bytes payload, String errorType) implements Outcome {
    /// The value of `X-Amz-Function-Error`, which AWS sends for all managed runtimes.
    public static final String KIND = "Unhandled";
  }

  /// Refused before the function ran: its concurrency is used up.
  record Throttled(String reason) implements Outcome {}

  /// The host could not run the function now, or not at all; the function never saw the request.
  ///
  /// @param retryable whether a later try may succeed
  record Unavailable(String reason, boolean retryable) implements Outcome {}
}
