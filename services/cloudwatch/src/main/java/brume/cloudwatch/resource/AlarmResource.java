package brume.cloudwatch.resource;

import brume.base.Arn;
import brume.json.Json;
import brume.model.cloudwatch.CloudWatchModel;
import brume.model.cloudwatch.DeleteAlarmsInput;
import brume.model.cloudwatch.ListTagsForResourceInput;
import brume.model.cloudwatch.PutMetricAlarmInput;
import brume.model.cloudwatch.Tag;
import brume.model.cloudwatch.TagResourceInput;
import brume.model.cloudwatch.UntagResourceInput;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import brume.service.resource.TemplateTags;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `AWS::CloudWatch::Alarm`. `Ref` gives the name, `GetAtt` knows `Arn`.
public final class AlarmResource implements ResourceType {
  private static final int MAX_NAME = 255;

  @Override
  public String name() {
    return "AWS::CloudWatch::Alarm";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "ActionsEnabled",
        "AlarmActions",
        "AlarmDescription",
        "AlarmName",
        "ComparisonOperator",
        "DatapointsToAlarm",
        "Dimensions",
        "EvaluateLowSampleCountPercentile",
        "EvaluationPeriods",
        "ExtendedStatistic",
        "InsufficientDataActions",
        "MetricName",
        "Metrics",
        "Namespace",
        "OKActions",
        "Period",
        "Statistic",
        "Tags",
        "Threshold",
        "TreatMissingData",
        "Unit");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("AlarmName");
  }

  @Override
  public Resource create(Call call, Request request) {
    var given = request.properties().get("AlarmName");
    var own = given == null ? null : given.text();
    return put(call, own == null ? request.generatedName(MAX_NAME) : own, request);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var resource = put(call, current.physicalId(), request);
    var arn = arn(call, current.physicalId());
    var wanted = TemplateTags.of(request);
    var there =
        call.invoke(CloudWatchModel.LIST_TAGS_FOR_RESOURCE, new ListTagsForResourceInput(arn))
            .tags();
    List<String> gone =
        there == null
            ? List.of()
            : there.stream().map(Tag::key).filter(key -> !wanted.containsKey(key)).toList();
    if (!gone.isEmpty()) {
      call.invoke(CloudWatchModel.UNTAG_RESOURCE, new UntagResourceInput(arn, gone));
    }
    if (!wanted.isEmpty()) {
      call.invoke(CloudWatchModel.TAG_RESOURCE, new TagResourceInput(arn, tags(wanted)));
    }
    return resource;
  }

  private static Resource put(Call call, String name, Request request) {
    var properties = request.properties().without("Tags").with("AlarmName", Json.of(name));
    var input = TemplateProperties.read(properties, PutMetricAlarmInput.SHAPE);
    call.invoke(
        CloudWatchModel.PUT_METRIC_ALARM,
        input.toBuilder().tags(tags(TemplateTags.of(request))).build());
    return Resource.of(name).with("Arn", arn(call, name));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList();
  }

  private static String arn(Call call, String name) {
    return Arn.of("cloudwatch", call.scope(), "alarm:" + name).toString();
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    call.invoke(
        CloudWatchModel.DELETE_ALARMS, new DeleteAlarmsInput(List.of(current.physicalId())));
  }
}
