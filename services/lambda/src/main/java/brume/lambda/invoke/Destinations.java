package brume.lambda.invoke;

import brume.base.Scope;
import brume.json.Json;
import brume.lambda.data.Aliases;
import brume.lambda.function.EventRules;
import brume.lambda.function.FunctionName;
import brume.lambda.runtime.Outcome.FunctionError;
import brume.service.Call;
import brume.shape.ServiceException;
import java.lang.System.Logger.Level;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Tells functions, queues and topics what became of asynchronous requests, as the execution role
/// of the function that they were for.
///
/// Source: AWS Lambda Developer Guide, "Capturing records of Lambda asynchronous invocations".
public final class Destinations {
  private static final System.Logger LOG = System.getLogger(Destinations.class.getName());
  private static final int OK = 200;

  /// Characters of the error that a dead letter tells. Source: AWS Lambda Developer Guide, "Adding
  /// a dead-letter queue".
  private static final int ERROR_MESSAGE = 1024;

  private final Aliases aliases;
  private final RoleSessions roles;

  public Destinations(Aliases aliases, RoleSessions roles) {
    this.aliases = aliases;
    this.roles = roles;
  }

  /// Why a request is over, in the words of its record.
  enum Condition {
    SUCCESS("Success"),
    RETRIES_EXHAUSTED("RetriesExhausted"),
    EVENT_AGE_EXCEEDED("EventAgeExceeded");

    private final String text;

    Condition(String text) {
      this.text = text;
    }
  }

  /// Tells it once; what the destination refuses is lost and logged.
  ///
  /// @param destination an ARN; null or empty for nobody
  /// @param result of the last run; null when there was none this time
  void tell(
      Call call,
      @Nullable String destination,
      QueuedEvent queued,
      Condition condition,
      Invoker.@Nullable Result result) {
    if (destination == null || destination.isEmpty()) {
      return;
    }
    var arn = queued.function();
    var function = FunctionName.of(new Scope(arn.account(), arn.region()), arn.toString());
    try {
      var role = Objects.requireNonNull(aliases.described(function).role());
      Messenger.send(
          roles.callAs(function.unqualified().arn(), role),
          destination,
          record(call, function, queued, condition, result));
    } catch (ServiceException e) {
      LOG.log(
          Level.WARNING,
          "What became of a request for {0} cannot be told to {1}: {2}",
          arn,
          destination,
          e.message());
    }
  }

  /// Sends the event of a request that was given up to the function's dead-letter queue or topic,
  /// if it has one.
  ///
  /// @param result of the last run; null when there was none this time
  void bury(QueuedEvent queued, Invoker.@Nullable Result result) {
    var arn = queued.function();
    var function = FunctionName.of(new Scope(arn.account(), arn.region()), arn.toString());
    try {
      var version = aliases.described(function);
      var letters = version.deadLetterConfig();
      if (letters == null || letters.targetArn() == null) {
        return;
      }
      var role = Objects.requireNonNull(version.role());
      var attributes = new TreeMap<String, Json>();
      attributes.put("RequestID", Json.of(queued.requestId()));
      attributes.put("ErrorCode", Json.of(OK));
      attributes.put("ErrorMessage", Json.of(errorMessage(result)));
      Messenger.send(
          roles.callAs(function.unqualified().arn(), role),
          letters.targetArn(),
          queued.event(),
          attributes);
    } catch (ServiceException e) {
      LOG.log(Level.WARNING, "A dead letter of {0} is lost: {1}", arn, e.message());
    }
  }

  private static String errorMessage(Invoker.@Nullable Result result) {
    var error = result == null ? null : Json.parse(result.payload().toUtf8());
    var message = error instanceof Json.Obj object ? object.get("errorMessage") : null;
    var text = message == null || message.text() == null ? "The event is too old" : message.text();
    return text.substring(0, Math.min(text.length(), ERROR_MESSAGE));
  }

  private static Json.Obj record(
      Call call,
      FunctionName function,
      QueuedEvent queued,
      Condition condition,
      Invoker.@Nullable Result result) {
    int runs = queued.failures() + (condition == Condition.SUCCESS ? 1 : 0);
    var now = call.platform().clock().instant().truncatedTo(ChronoUnit.MILLIS);
    var record =
        Json.object(
            "version", Json.of("1.0"),
            "timestamp", Json.of(now.toString()),
            "requestContext",
                Json.object(
                    "requestId", Json.of(queued.requestId()),
                    "functionArn", Json.of(EventRules.target(function).arn().toString()),
                    "condition", Json.of(condition.text),
                    "approximateInvokeCount", Json.of(runs)),
            "requestPayload", Json.parse(queued.event().toUtf8()));
    return result == null
        ? record
        : record
            .with("responseContext", responseContext(result))
            .with("responsePayload", Json.parse(result.payload().toUtf8()));
  }

  private static Json responseContext(Invoker.Result result) {
    var context =
        Json.object("statusCode", Json.of(OK), "executedVersion", Json.of(result.version()));
    return result.errorType() == null
        ? context
        : context.with("functionError", Json.of(FunctionError.KIND));
  }
}
