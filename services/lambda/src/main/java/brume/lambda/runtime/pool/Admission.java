package brume.lambda.runtime.pool;

import brume.lambda.runtime.FunctionSpec;
import org.jspecify.annotations.Nullable;

/// Decides how many requests of a function run at once: reserved concurrency, the account's limit.
@FunctionalInterface
public interface Admission {

  /// Gives its place back when closed.
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /// Null when the function's concurrency is used up.
  @Nullable Place admit(FunctionSpec function);

  /// Admits everything; the host's own bounds still hold.
  Admission OPEN = _ -> () -> {};
}
