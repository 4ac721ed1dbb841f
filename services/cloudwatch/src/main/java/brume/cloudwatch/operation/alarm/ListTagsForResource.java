package brume.cloudwatch.operation.alarm;

import brume.cloudwatch.data.Alarms;
import brume.model.cloudwatch.ListTagsForResourceInput;
import brume.model.cloudwatch.ListTagsForResourceOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of an alarm.
public final class ListTagsForResource
    implements Operation<ListTagsForResourceInput, ListTagsForResourceOutput> {
  private final Alarms alarms;

  public ListTagsForResource(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Access access(Call call, ListTagsForResourceInput input) {
    return AlarmAccess.to(call, name(), AlarmAccess.name(input.resourceArn()));
  }

  @Override
  public ListTagsForResourceOutput run(Call call, ListTagsForResourceInput input) {
    var name = AlarmAccess.name(input.resourceArn());
    return new ListTagsForResourceOutput(alarms.get(call.scope(), name).tags());
  }
}
