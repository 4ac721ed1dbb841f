package brume.lambda.invoke;

import brume.base.Scope;
import brume.lambda.data.Reservations;
import brume.lambda.function.FunctionName;
import brume.lambda.function.Limits;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts the requests that run, of each function with a reservation and of all others together.
///
/// Source: AWS Lambda Developer Guide, "Configuring reserved concurrency for a function".
public final class Concurrency {
  private final Reservations reservations;
  private final Map<Object, Integer> running = new HashMap<>();

  public Concurrency(Reservations reservations) {
    this.reservations = reservations;
  }

  /// Whether a request may run now.
  sealed interface Admission {
    /// Gives its place back when closed.
    record Admitted(Concurrency concurrency, Object counted) implements Admission, AutoCloseable {
      @Override
      public void close() {
        concurrency.leave(counted);
      }
    }

    /// @param reason in the words of `TooManyRequestsException`
    record Refused(String reason) implements Admission {}
  }

  Admission admit(FunctionName function) {
    var reserved = reservations.find(function);
    return reserved == null
        ? enter(function.scope(), unreserved(function.scope()), "ConcurrentInvocationLimitExceeded")
        : enter(
            function.unqualified(), reserved, "ReservedFunctionConcurrentInvocationLimitExceeded");
  }

  /// Most requests run where few do: the sum of all reservations is asked for only when it matters.
  private int unreserved(Scope scope) {
    return running(scope) < Limits.UNRESERVED_CONCURRENCY
        ? Limits.UNRESERVED_CONCURRENCY
        : Limits.CONCURRENCY - reservations.sum(scope);
  }

  private synchronized int running(Object counted) {
    return running.getOrDefault(counted, 0);
  }

  private synchronized Admission enter(Object counted, int limit, String reason) {
    int now = running.getOrDefault(counted, 0);
    if (now >= limit) {
      return new Admission.Refused(reason);
    }
    running.put(counted, now + 1);
    return new Admission.Admitted(this, counted);
  }

  private synchronized void leave(@Nullable Object counted) {
    running.computeIfPresent(counted, (_, now) -> now == 1 ? null : now - 1);
  }
}
