package brume.cloudformation.sam;

import brume.cloudformation.sam.part.Draft;
import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.Intrinsics;
import brume.cloudformation.sam.part.TagList;
import brume.json.Json;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Events that their source pushes to the function, with leave to do so.
final class PushEvents {
  private static final int MAX_TARGET_ID_CHARS = 64;

  private PushEvents() {}

  static void schedule(Expansion expansion, Events.Event event) {
    event.allowOnly(
        Set.of(
            "Schedule",
            "Name",
            "Description",
            "Enabled",
            "State",
            "Input",
            "RetryPolicy",
            "DeadLetterConfig"));
    var rule =
        rule(event)
            .set("ScheduleExpression", event.required("Schedule"))
            .set("Name", event.get("Name"))
            .set("Description", event.get("Description"));
    invoke(expansion, event, rule, null);
  }

  static void rule(Expansion expansion, Events.Event event) {
    event.allowOnly(
        Set.of(
            "EventBusName",
            "RuleName",
            "Pattern",
            "Input",
            "InputPath",
            "InputTransformer",
            "Enabled",
            "State",
            "RetryPolicy",
            "DeadLetterConfig",
            "Target"));
    var rule =
        rule(event)
            .set("EventBusName", event.get("EventBusName"))
            .set("EventPattern", event.get("Pattern"))
            .set("Name", event.get("RuleName"));
    var id = event.get("Target") instanceof Json.Obj target ? target.get("Id") : null;
    invoke(expansion, event, rule, id);
  }

  private static Draft rule(Events.Event event) {
    var draft =
        new Draft(event.logicalId(), "AWS::Events::Rule")
            .attributes(event.target().function().passedOn())
            .set("State", event.get("State"));
    var enabled = event.get("Enabled");
    if (enabled != null && event.get("State") != null) {
      throw event.invalid("State and Enabled Properties cannot both be specified.");
    }
    if (enabled != null) {
      draft.set("State", "true".equals(enabled.text()) ? "ENABLED" : "DISABLED");
    }
    return draft;
  }

  private static void invoke(
      Expansion expansion, Events.Event event, Draft rule, @Nullable Json id) {
    var target =
        Json.object("Arn", event.target().arn(), "Id", id == null ? Json.of(targetId(event)) : id);
    for (var name : new String[] {"Input", "InputPath", "RetryPolicy", "InputTransformer"}) {
      var value = event.get(name);
      target = value == null ? target : target.with(name, value);
    }
    if (event.get("DeadLetterConfig") instanceof Json.Obj config) {
      var arn = config.get("Arn");
      if (arn == null) {
        throw event.invalid("DeadLetterConfig without Arn is not supported");
      }
      target = target.with("DeadLetterConfig", Json.object("Arn", arn));
    }
    expansion.add(rule.set("Targets", Json.array(target)));
    expansion.add(
        permission(event, "events.amazonaws.com")
            .set("SourceArn", Intrinsics.getAtt(event.logicalId(), "Arn")));
  }

  private static String targetId(Events.Event event) {
    var suffix = "LambdaTarget";
    var id = event.logicalId();
    int room = MAX_TARGET_ID_CHARS - suffix.length();
    return (id.length() > room ? id.substring(0, room) : id) + suffix;
  }

  private static Draft permission(Events.Event event, String principal) {
    return event.target().permission(event.logicalId() + "Permission", principal);
  }

  static void topic(Expansion expansion, Events.Event event) {
    event.allowOnly(
        Set.of("Topic", "Region", "FilterPolicy", "FilterPolicyScope", "RedrivePolicy"));
    var topic = event.required("Topic");
    expansion.add(permission(event, "sns.amazonaws.com").set("SourceArn", topic));
    expansion.add(
        new Draft(event.logicalId(), "AWS::SNS::Subscription")
            .attributes(event.target().function().passedOn())
            .set("Protocol", "lambda")
            .set("Endpoint", event.target().arn())
            .set("TopicArn", topic)
            .set("Region", event.get("Region"))
            .set("FilterPolicy", event.get("FilterPolicy"))
            .set("FilterPolicyScope", event.get("FilterPolicyScope"))
            .set("RedrivePolicy", event.get("RedrivePolicy")));
  }

  static void logs(Expansion expansion, Events.Event event) {
    event.allowOnly(Set.of("LogGroupName", "FilterPattern"));
    var group = event.required("LogGroupName");
    var permission =
        permission(event, "logs.amazonaws.com")
            .set(
                "SourceArn",
                Intrinsics.sub(
                    "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName__}:*",
                    Json.object("__LogGroupName__", group)));
    expansion.add(permission);
    expansion.add(
        new Draft(event.logicalId(), "AWS::Logs::SubscriptionFilter")
            .attributes(event.target().function().passedOn())
            .attribute("DependsOn", Json.array(Json.of(permission.logicalId())))
            .set("LogGroupName", group)
            .set("FilterPattern", event.required("FilterPattern"))
            .set("DestinationArn", event.target().arn()));
  }

  static void bucket(Expansion expansion, Events.Event event) {
    event.allowOnly(Set.of("Bucket", "Events", "Filter"));
    var id = Intrinsics.referred(event.required("Bucket"));
    var bucket = id == null ? null : expansion.made().get(id);
    if (id == null || bucket == null) {
      throw event.invalid("S3 events must reference an S3 bucket in the same template.");
    }
    var permission =
        permission(event, "s3.amazonaws.com")
            .set("SourceAccount", Intrinsics.ref("AWS::AccountId"));
    expansion.add(permission);
    expansion.replace(id, notifying(awaiting(event, bucket, permission), event));
  }

  /// S3 checks its leave when the notification is set, so the bucket waits for the permission.
  private static Json.Obj awaiting(Events.Event event, Json.Obj bucket, Draft permission) {
    var condition = event.target().function().condition();
    if (condition == null) {
      var before = bucket.get("DependsOn");
      var needed = new TreeSet<>(before == null ? Set.<String>of() : Set.copyOf(before.texts()));
      needed.add(permission.logicalId());
      return bucket.with("DependsOn", new Json.Arr(needed.stream().map(Json::of).toList()));
    }
    var properties = properties(bucket);
    var tags = new ArrayList<Json>();
    if (properties.get("Tags") instanceof Json.Arr given) {
      tags.addAll(given.items());
    }
    var choice =
        Json.array(
            Json.of(condition), Intrinsics.ref(permission.logicalId()), Json.of("no dependency"));
    tags.add(
        TagList.tag(
            "sam:ConditionalDependsOn:" + permission.logicalId(), Json.object("Fn::If", choice)));
    return bucket.with("Properties", properties.with("Tags", new Json.Arr(tags)));
  }

  private static Json.Obj notifying(Json.Obj bucket, Events.Event event) {
    var properties = properties(bucket);
    var config =
        properties.get("NotificationConfiguration") instanceof Json.Obj given
            ? given
            : Json.Obj.EMPTY;
    var lambdas = new ArrayList<Json>();
    if (config.get("LambdaConfigurations") instanceof Json.Arr given) {
      lambdas.addAll(given.items());
    }
    for (var type : event.required("Events").list()) {
      var mapping = Json.object("Function", event.target().arn(), "Event", type);
      var filter = event.get("Filter");
      var notification = filter == null ? mapping : mapping.with("Filter", filter);
      var chosen = Intrinsics.onlyIf(event.target().function().condition(), notification);
      if (!lambdas.contains(chosen)) {
        lambdas.add(chosen);
      }
    }
    return bucket.with(
        "Properties",
        properties.with(
            "NotificationConfiguration",
            config.with("LambdaConfigurations", new Json.Arr(lambdas))));
  }

  private static Json.Obj properties(Json.Obj bucket) {
    return bucket.get("Properties") instanceof Json.Obj given ? given : Json.Obj.EMPTY;
  }
}
