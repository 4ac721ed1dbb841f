package brume.cloudwatch.operation.alarm;

import brume.cloudwatch.alarm.Alarm;
import brume.cloudwatch.data.Alarms;
import brume.model.cloudwatch.UntagResourceInput;
import brume.model.cloudwatch.UntagResourceOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes tags from an alarm.
public final class UntagResource implements Operation<UntagResourceInput, UntagResourceOutput> {
  private final Alarms alarms;

  public UntagResource(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Access access(Call call, UntagResourceInput input) {
    return AlarmAccess.to(call, name(), AlarmAccess.name(input.resourceArn()))
        .where("aws:TagKeys", input.tagKeys().toArray(String[]::new));
  }

  @Override
  public UntagResourceOutput run(Call call, UntagResourceInput input) {
    var name = alarms.get(call.scope(), AlarmAccess.name(input.resourceArn())).name();
    alarms.change(
        call,
        name,
        alarm ->
            new Alarm(
                alarm.description(),
                alarm.tags().stream()
                    .filter(tag -> !input.tagKeys().contains(tag.key()))
                    .toList()));
    return new UntagResourceOutput();
  }
}
