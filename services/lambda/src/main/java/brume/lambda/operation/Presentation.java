package brume.lambda.operation;

import brume.lambda.function.FunctionName;
import brume.lambda.runtime.language.Resolution;
import brume.lambda.runtime.language.Runtimes;
import brume.model.lambda.FunctionConfiguration;
import java.util.Objects;

/// How replies show functions: as they are kept, and whether this host can run them now.
public final class Presentation {
  private final Runtimes runtimes;

  public Presentation(Runtimes runtimes) {
    this.runtimes = runtimes;
  }

  /// With the reason when the host has nothing to run it on.
  FunctionConfiguration of(FunctionConfiguration function) {
    return switch (runtimes.resolve(Objects.requireNonNull(function.runtime()))) {
      case Resolution.Runs _ -> function;
      case Resolution.Missing(_, String reason) ->
          function.toBuilder().stateReason(reason).stateReasonCode("InvalidRuntime").build();
    };
  }

  /// With the ARN that the request named it by.
  FunctionConfiguration of(FunctionConfiguration function, FunctionName asked) {
    var shown = of(function);
    return asked.qualifier() == null
        ? shown
        : shown.toBuilder().functionArn(asked.arn().toString()).build();
  }
}
