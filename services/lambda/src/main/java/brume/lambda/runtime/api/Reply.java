package brume.lambda.runtime.api;

import brume.base.Bytes;

/// What came back for an event.
public sealed interface Reply {

  record Answered(Bytes payload) implements Reply {}

  /// The runtime reported an error.
  ///
  /// @param error JSON with `errorType` and `errorMessage`
  /// @param type of the header `Lambda-Runtime-Function-Error-Type`
  record Failed(Bytes error, String type) implements Reply {}

  /// The answer exceeds the size of a reply.
  record TooLarge() implements Reply {}

  /// The process ended before it answered.
  record Lost() implements Reply {}
}
