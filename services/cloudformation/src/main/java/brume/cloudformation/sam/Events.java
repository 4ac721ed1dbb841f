package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.SamException;
import brume.json.Json;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a function's events need: mappings from queues and streams here, the rest by kind.
final class Events {
  private static final List<String> MAPPING =
      List.of(
          "StartingPosition",
          "StartingPositionTimestamp",
          "BatchSize",
          "Enabled",
          "MaximumBatchingWindowInSeconds",
          "MaximumRetryAttempts",
          "BisectBatchOnFunctionError",
          "MaximumRecordAgeInSeconds",
          "ParallelizationFactor",
          "DestinationConfig",
          "TumblingWindowInSeconds",
          "FunctionResponseTypes",
          "FilterCriteria",
          "KmsKeyArn",
          "ScalingConfig",
          "MetricsConfig");

  private final Expansion expansion;
  private final Target target;
  private final @Nullable Role role;

  Events(Expansion expansion, Target target, @Nullable Role role) {
    this.expansion = expansion;
    this.target = target;
    this.role = role;
  }

  /// @param id the event's name within the function
  record Event(Target target, String id, String type, Json.Obj properties) {
    String logicalId() {
      return target.id() + id;
    }

    @Nullable Json get(String property) {
      return properties.get(property);
    }

    Json required(String property) {
      var value = properties.get(property);
      if (value == null) {
        throw invalid("Missing required property '" + property + "'.");
      }
      return value;
    }

    SamException invalid(String problem) {
      return SamException.event(target.id(), id, problem);
    }

    void allowOnly(Set<String> supported) {
      for (var property : properties.fields().keySet()) {
        if (!supported.contains(property)) {
          throw invalid("property " + property + " not defined for resource of type " + type);
        }
      }
    }
  }

  void add(String id, Json json) {
    if (!(json instanceof Json.Obj members)
        || !(members.get("Type") instanceof Json.Str(String type))) {
      throw SamException.event(target.id(), id, "Event must contain a Type.");
    }
    var properties = members.get("Properties") instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    var event = new Event(target, id, type, properties);
    switch (type) {
      case "Api" -> ApiEvents.rest(expansion, event);
      case "HttpApi" -> ApiEvents.http(expansion, event);
      case "SQS" -> pull(event, "Queue", "service-role/AWSLambdaSQSQueueExecutionRole");
      case "Kinesis" -> pull(event, "Stream", "service-role/AWSLambdaKinesisExecutionRole");
      case "DynamoDB" -> pull(event, "Stream", "service-role/AWSLambdaDynamoDBExecutionRole");
      case "SNS" -> PushEvents.topic(expansion, event);
      case "S3" -> PushEvents.bucket(expansion, event);
      case "Schedule" -> PushEvents.schedule(expansion, event);
      case "EventBridgeRule", "CloudWatchEvent" -> PushEvents.rule(expansion, event);
      case "CloudWatchLogs" -> PushEvents.logs(expansion, event);
      default -> throw event.invalid("event type " + type + " is not supported");
    }
  }

  private void pull(Event event, String source, String policy) {
    var draft =
        new Draft(event.logicalId(), "AWS::Lambda::EventSourceMapping")
            .attributes(target.function().passedOn())
            .set("FunctionName", target.name())
            .set("EventSourceArn", event.required(source));
    for (var name : event.properties().fields().keySet()) {
      if (!name.equals(source) && !MAPPING.contains(name)) {
        throw event.invalid(
            "property " + name + " not defined for resource of type " + event.type());
      }
    }
    for (var name : MAPPING) {
      draft.set(name, name.equals("DestinationConfig") ? destination(event) : event.get(name));
    }
    expansion.add(draft);
    if (role != null) {
      role.attach(policy);
      letFail(event);
    }
  }

  /// The type of a destination only says which leave the role needs.
  private static @Nullable Json destination(Event event) {
    return event.get("DestinationConfig") instanceof Json.Obj config
            && config.get("OnFailure") instanceof Json.Obj failure
        ? config.with("OnFailure", failure.without("Type"))
        : event.get("DestinationConfig");
  }

  private void letFail(Event event) {
    if (role == null
        || !(event.get("DestinationConfig") instanceof Json.Obj config)
        || !(config.get("OnFailure") instanceof Json.Obj failure)
        || !(failure.get("Type") instanceof Json.Str(String type))) {
      return;
    }
    var destination = failure.get("Destination");
    if (destination == null) {
      throw event.invalid("DestinationConfig.OnFailure requires Destination.");
    }
    switch (type) {
      case "SQS" -> role.allow(event.logicalId() + "SQSPolicy", "sqs:SendMessage", destination);
      case "SNS" -> role.allow(event.logicalId() + "SNSPolicy", "sns:publish", destination);
      default -> throw event.invalid("destination type " + type + " is not supported");
    }
  }
}
