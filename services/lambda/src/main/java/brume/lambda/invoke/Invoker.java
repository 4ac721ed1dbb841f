package brume.lambda.invoke;

import static brume.model.lambda.LambdaError.INVALID_RUNTIME_EXCEPTION;
import static brume.model.lambda.LambdaError.SERVICE_EXCEPTION;
import static brume.model.lambda.LambdaError.TOO_MANY_REQUESTS_EXCEPTION;

import brume.base.Bytes;
import brume.lambda.data.Aliases;
import brume.lambda.function.FunctionName;
import brume.lambda.runtime.Invocation;
import brume.lambda.runtime.InvocationRequest;
import brume.lambda.runtime.Outcome;
import brume.lambda.runtime.pool.Environments;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.TooManyRequestsException;
import brume.service.Call;
import brume.shape.ServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Runs functions and waits for what comes out.
public final class Invoker {
  private final Aliases aliases;
  private final Specs specs;
  private final Concurrency concurrency;
  private final Environments environments;

  Invoker(Aliases aliases, Specs specs, Concurrency concurrency, Environments environments) {
    this.aliases = aliases;
    this.specs = specs;
    this.concurrency = concurrency;
    this.environments = environments;
  }

  /// @param errorType what the function failed with; null when it answered
  /// @param version that ran
  public record Result(Bytes payload, @Nullable String errorType, String version, Bytes logTail) {}

  /// Blocks until the function has answered or failed.
  ///
  /// Throws a [ServiceException] when it was not run: it is not there, too many requests run, or
  /// this host cannot run it.
  ///
  /// @param requestId a UUID, shown to the function
  /// @param clientContext JSON of mobile clients, decoded
  public Result run(
      Call call,
      FunctionName function,
      String requestId,
      Bytes payload,
      @Nullable String clientContext) {
    var version = aliases.resolve(function, Randomness.fraction(call.ids()));
    var request =
        new InvocationRequest(
            requestId,
            payload,
            function.arn(),
            Randomness.traceId(call.ids(), call.now()),
            clientContext,
            null);
    var measures = new Measures(call.platform().metrics(), function);
    return switch (concurrency.admit(function)) {
      case Concurrency.Admission.Refused(String reason) -> {
        measures.throttled();
        throw throttled(reason);
      }
      case Concurrency.Admission.Admitted place -> {
        try (place) {
          var invocation = environments.invoke(spec(function, version), request);
          measures.invoked(invocation);
          yield result(version, invocation);
        }
      }
    };
  }

  private brume.lambda.runtime.FunctionSpec spec(
      FunctionName function, FunctionConfiguration version) {
    try {
      return specs.of(function.scope(), version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Result result(FunctionConfiguration version, Invocation invocation) {
    var number = Objects.requireNonNull(version.version());
    return switch (invocation.outcome()) {
      case Outcome.Success(Bytes payload) ->
          new Result(payload, null, number, invocation.logTail());
      case Outcome.FunctionError(Bytes payload, String type) ->
          new Result(payload, type, number, invocation.logTail());
      case Outcome.Throttled(_) -> throw throttled("ConcurrentInvocationLimitExceeded");
      case Outcome.Unavailable(String reason, boolean retryable) ->
          throw (retryable ? SERVICE_EXCEPTION : INVALID_RUNTIME_EXCEPTION).because(reason);
    };
  }

  private static ServiceException throttled(String reason) {
    return TOO_MANY_REQUESTS_EXCEPTION.because(
        "Rate Exceeded.", TooManyRequestsException.builder().reason(reason).type("User").build());
  }
}
