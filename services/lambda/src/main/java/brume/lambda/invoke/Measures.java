package brume.lambda.invoke;

import brume.lambda.function.FunctionName;
import brume.lambda.runtime.Invocation;
import brume.lambda.runtime.Outcome;
import brume.service.Metrics;
import java.util.List;
import java.util.Map;

/// Counts what CloudWatch shows of a function: by its name, by the version or alias that was
/// called, and over all functions.
///
/// Source: AWS Lambda Developer Guide, "Types of metrics for Lambda functions".
final class Measures {
  private static final String NAMESPACE = "AWS/Lambda";

  private final Metrics metrics;
  private final List<Metrics.Subject> subjects;

  Measures(Metrics metrics, FunctionName function) {
    this.metrics = metrics;
    var all = new Metrics.Subject(function.scope(), NAMESPACE, Map.of());
    var own = all.with("FunctionName", function.name());
    var qualifier = function.qualifier();
    var resource = qualifier == null ? function.name() : function.name() + ':' + qualifier;
    subjects = List.of(all, own, own.with("Resource", resource));
  }

  /// A throttled request is no invocation.
  void throttled() {
    count("Throttles", 1);
  }

  void invoked(Invocation invocation) {
    switch (invocation.outcome()) {
      case Outcome.Throttled _ -> throttled();
      case Outcome.Unavailable _ -> {
        // it did not run
      }
      case Outcome.Success _ -> ran(invocation, 0);
      case Outcome.FunctionError _ -> ran(invocation, 1);
    }
  }

  private void ran(Invocation invocation, int errors) {
    count("Invocations", 1);
    count("Errors", errors);
    count("Throttles", 0);
    for (var subject : subjects) {
      metrics.took(subject, "Duration", invocation.duration().toNanos());
    }
  }

  private void count(String name, int times) {
    for (var subject : subjects) {
      metrics.count(subject, name, times);
    }
  }
}
