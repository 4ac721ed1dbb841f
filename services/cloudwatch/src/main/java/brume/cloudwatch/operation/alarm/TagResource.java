package brume.cloudwatch.operation.alarm;

import brume.cloudwatch.alarm.Alarm;
import brume.cloudwatch.data.Alarms;
import brume.model.cloudwatch.CloudWatchError;
import brume.model.cloudwatch.Tag;
import brume.model.cloudwatch.TagResourceInput;
import brume.model.cloudwatch.TagResourceOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Adds tags to an alarm, in place of those with the same keys.
public final class TagResource implements Operation<TagResourceInput, TagResourceOutput> {
  /// Of one alarm. Source: Amazon CloudWatch API reference, "TagResource".
  private static final int MAX_TAGS = 50;

  private final Alarms alarms;

  public TagResource(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Access access(Call call, TagResourceInput input) {
    return tagging(call, input);
  }

  @Override
  public TagResourceOutput run(Call call, TagResourceInput input) {
    var name = alarms.get(call.scope(), AlarmAccess.name(input.resourceArn())).name();
    alarms.change(
        call, name, alarm -> new Alarm(alarm.description(), added(alarm.tags(), input.tags())));
    return new TagResourceOutput();
  }

  private static Access tagging(Call call, TagResourceInput input) {
    var access = AlarmAccess.to(call, "TagResource", AlarmAccess.name(input.resourceArn()));
    var keys = input.tags().stream().map(Tag::key).toArray(String[]::new);
    access = access.where("aws:TagKeys", keys);
    for (var tag : input.tags()) {
      access = access.where("aws:RequestTag/" + tag.key(), tag.value());
    }
    return access;
  }

  private static List<Tag> added(List<Tag> tags, List<Tag> more) {
    var all = new LinkedHashMap<String, Tag>();
    tags.forEach(tag -> all.put(tag.key(), tag));
    more.forEach(tag -> all.put(tag.key(), tag));
    if (all.size() > MAX_TAGS) {
      throw CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "An alarm can have no more than " + MAX_TAGS + " tags.");
    }
    return new ArrayList<>(all.values());
  }
}
