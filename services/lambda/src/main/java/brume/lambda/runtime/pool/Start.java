package brume.lambda.runtime.pool;

import brume.lambda.runtime.api.Reply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How far the initialisation of an environment came.
sealed interface Start {
  record Pending() implements Start {}

  /// @param took reported with the first request, then forgotten
  record Done(@Nullable Duration took) implements Start {}

  record Failed(Reply.Failed failure) implements Start {}

  /// @param met whether the runtime came as far as to connect
  record Exited(boolean met) implements Start {}

  record TimedOut() implements Start {}
}
