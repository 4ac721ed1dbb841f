package brume.lambda.source;

import brume.base.Arn;
import brume.base.Bytes;
import brume.base.Scope;
import brume.identity.Principal;
import brume.json.Json;
import brume.lambda.data.Aliases;
import brume.lambda.data.EventSourceMappings;
import brume.lambda.function.FunctionName;
import brume.lambda.invoke.Invoker;
import brume.lambda.invoke.Messenger;
import brume.lambda.invoke.RoleSessions;
import brume.model.lambda.EventSourceMappingConfiguration;
import brume.service.Call;
import brume.service.Metrics;
import brume.service.Platform;
import brume.shape.ServiceException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A mapping at work: the function that it runs, and the role that it reads and tells with.
final class Subject {
  private static final System.Logger LOG = System.getLogger(Subject.class.getName());
  private static final Principal LAMBDA = new Principal.Service("lambda.amazonaws.com");

  private final Means means;
  private final Scope scope;
  private final EventSourceMappingConfiguration mapping;
  private final FunctionName function;
  private String told = "";

  /// What all mappings share.
  record Means(
      Platform platform,
      EventSourceMappings mappings,
      Checkpoints checkpoints,
      Aliases aliases,
      RoleSessions roles,
      Invoker invoker) {}

  Subject(Means means, Scope scope, EventSourceMappingConfiguration mapping) {
    this.means = means;
    this.scope = scope;
    this.mapping = mapping;
    function = FunctionName.of(scope, Objects.requireNonNull(mapping.functionArn()));
  }

  Scope scope() {
    return scope;
  }

  EventSourceMappingConfiguration mapping() {
    return mapping;
  }

  String id() {
    return Objects.requireNonNull(mapping.uuid());
  }

  Arn source() {
    return Arn.parse(Objects.requireNonNull(mapping.eventSourceArn())).orElseThrow();
  }

  Checkpoints checkpoints() {
    return means.checkpoints;
  }

  FunctionName function() {
    return function;
  }

  /// A call by the function, as it would make it itself.
  Call asFunction() {
    var role = Objects.requireNonNull(means.aliases.described(function).role());
    return means.roles.callAs(function.unqualified().arn(), role);
  }

  Call call() {
    return means.platform.call(LAMBDA, scope);
  }

  /// Runs the function with records. Throws a [ServiceException] when it was not run.
  Invoker.Result run(Call call, List<Json> records) {
    var event = Json.object("Records", new Json.Arr(records));
    return means.invoker.run(call, function, call.requestId(), Bytes.utf8(event.print()), null);
  }

  /// Publishes how old the last record is that the function is about to get.
  ///
  /// Source: AWS Lambda Developer Guide, "Types of metrics for Lambda functions", `IteratorAge`.
  void measureAge(Duration age) {
    var metrics = means.platform.metrics();
    var of = new Metrics.Subject(scope, "AWS/Lambda", Map.of("FunctionName", function.name()));
    metrics.took(of, "IteratorAge", age.toNanos());
  }

  /// Sends what became of records to where the mapping wants it; what is refused there is lost and
  /// logged.
  void tellFailure(Json record) {
    var all = mapping.destinationConfig();
    var target = all == null ? null : all.onFailure();
    if (target == null || target.destination() == null || target.destination().isEmpty()) {
      return;
    }
    try {
      Messenger.send(asFunction(), target.destination(), record);
    } catch (ServiceException e) {
      LOG.log(
          Level.WARNING,
          "Discarded records of {0} cannot be told to {1}: {2}",
          mapping.eventSourceArn(),
          target.destination(),
          e.message());
    }
  }

  /// Shows how the last processing went.
  synchronized void report(String result) {
    if (!told.equals(result)) {
      told = result;
      means.mappings.report(scope, id(), result);
    }
  }
}
