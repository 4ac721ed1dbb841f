package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `EventInvokeConfig`: retries and destinations of asynchronous invocations.
final class AsyncInvocation {
  private final Expansion expansion;
  private final SamResource source;
  private final @Nullable Draft alias;
  private final @Nullable Role role;

  AsyncInvocation(
      Expansion expansion, SamResource source, @Nullable Draft alias, @Nullable Role role) {
    this.expansion = expansion;
    this.source = source;
    this.alias = alias;
    this.role = role;
  }

  void add(Json.Obj config) {
    var logicalId = source.logicalId() + "EventInvokeConfig";
    var destinations = new LinkedHashMap<String, Json>();
    if (config.get("DestinationConfig") instanceof Json.Obj given) {
      for (var outcome : List.of("OnSuccess", "OnFailure")) {
        if (given.get(outcome) instanceof Json.Obj destination) {
          destinations.put(
              outcome, Json.object("Destination", destination(logicalId + outcome, destination)));
        }
      }
    }
    var draft =
        new Draft(logicalId, "AWS::Lambda::EventInvokeConfig")
            .attributes(source.ownAttributes())
            .set("FunctionName", Intrinsics.ref(source.logicalId()))
            .set("Qualifier", qualifier())
            .set("DestinationConfig", new Json.Obj(destinations))
            .set("MaximumEventAgeInSeconds", config.get("MaximumEventAgeInSeconds"))
            .set("MaximumRetryAttempts", config.get("MaximumRetryAttempts"));
    if (alias != null) {
      draft.attribute("DependsOn", Json.array(Json.of(alias.logicalId())));
    }
    expansion.add(draft);
  }

  private Json qualifier() {
    var name = alias == null ? null : alias.property("Name");
    return name == null ? Json.of("$LATEST") : name;
  }

  private Json destination(String logicalId, Json.Obj config) {
    var type = config.get("Type") instanceof Json.Str(String text) ? text : "";
    var destination = config.get("Destination");
    if (destination == null) {
      destination = made(logicalId, type);
    }
    if (role != null) {
      role.allow(logicalId + policySuffix(type), action(type), destination);
    }
    return destination;
  }

  private Json made(String logicalId, String type) {
    var draft =
        switch (type) {
          case "SQS" -> new Draft(logicalId + "Queue", "AWS::SQS::Queue");
          case "SNS" -> new Draft(logicalId + "Topic", "AWS::SNS::Topic");
          default -> throw source.invalid("Destination is required if Type is not ['SQS', 'SNS']");
        };
    expansion.add(draft.attributes(source.passedOn()));
    if (type.equals("SQS")) {
      expansion.name(source.logicalId() + ".DestinationQueue", draft.logicalId());
      return Intrinsics.getAtt(draft.logicalId(), "Arn");
    }
    expansion.name(source.logicalId() + ".DestinationTopic", draft.logicalId());
    return Intrinsics.ref(draft.logicalId());
  }

  private String action(String type) {
    return switch (type) {
      case "SQS" -> "sqs:SendMessage";
      case "SNS" -> "sns:publish";
      case "EventBridge" -> "events:PutEvents";
      case "Lambda" -> "lambda:InvokeFunction";
      default ->
          throw source.invalid(
              "'Type: %s' must be one of ['SQS', 'SNS', 'EventBridge', 'Lambda']".formatted(type));
    };
  }

  private static String policySuffix(String type) {
    return switch (type) {
      case "SQS" -> "SQSPolicy";
      case "SNS" -> "SNSPolicy";
      case "EventBridge" -> "EventBridgePolicy";
      default -> "LambdaPolicy";
    };
  }
}
