package brume.lambda.runtime;

/// Takes the log of a function. Called on threads that feed environments, so it must not block: a
/// sink that cannot keep up drops lines and counts them.
@FunctionalInterface
public interface LogSink {
  /// One line of the named log stream, in order.
  void accept(String stream, LogLine line);

  LogSink NONE = (_, _) -> {};
}
