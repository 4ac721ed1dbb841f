package brume.lambda.function;

import brume.base.Arn;
import brume.model.lambda.DeadLetterConfig;
import brume.model.lambda.DestinationConfig;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What may be said of asynchronous requests.
public final class EventRules {
  private static final Set<String> TARGETS = Set.of("sqs", "sns");

  private EventRules() {}

  /// What a setting is of: of a function without qualifier, `$LATEST`.
  public static FunctionName target(FunctionName function) {
    return function.qualifier() == null ? function.with(FunctionName.LATEST) : function;
  }

  /// Throws where results would go to something that is not there.
  public static @Nullable DestinationConfig check(
      FunctionName function, @Nullable DestinationConfig destinations) {
    if (destinations != null) {
      var success = destinations.onSuccess();
      var failure = destinations.onFailure();
      check(function, "OnSuccess", success == null ? null : success.destination());
      check(function, "OnFailure", failure == null ? null : failure.destination());
    }
    return destinations;
  }

  /// Where events go that were given up; null for nowhere. Throws for what is no queue or topic.
  static @Nullable DeadLetterConfig deadLetters(@Nullable DeadLetterConfig asked) {
    var target = asked == null ? null : asked.targetArn();
    if (target == null || target.isEmpty()) {
      return null;
    }
    if (!TARGETS.contains(Arn.parse(target).map(Arn::service).orElse(""))) {
      throw Rules.invalid("The provided target for the dead-letter queue is invalid: " + target);
    }
    return asked;
  }

  private static void check(FunctionName function, String name, @Nullable String destination) {
    if (destination == null || destination.isEmpty()) {
      return;
    }
    var arn =
        Arn.parse(destination)
            .orElseThrow(() -> Rules.invalid("The destination is no ARN: " + destination));
    if (TARGETS.contains(arn.service())) {
      return;
    }
    if (!arn.service().equals("lambda")) {
      Lacking.refuse("DestinationConfig." + name + " of " + arn.service(), destination);
    }
    var target = FunctionName.of(function.scope(), destination);
    if (target.unqualified().equals(function.unqualified())) {
      throw Rules.invalid("You can't specify the function as a destination for itself");
    }
  }
}
