package brume.cloudwatch.operation.alarm;

import brume.cloudwatch.data.Alarms;
import brume.model.cloudwatch.EnableAlarmActionsInput;
import brume.model.cloudwatch.EnableAlarmActionsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets alarms carry out their actions again.
public final class EnableAlarmActions
    implements Operation<EnableAlarmActionsInput, EnableAlarmActionsResponse> {
  private final Alarms alarms;

  public EnableAlarmActions(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Access access(Call call, EnableAlarmActionsInput input) {
    return AlarmAccess.toAll(call, name(), input.alarmNames());
  }

  @Override
  public EnableAlarmActionsResponse run(Call call, EnableAlarmActionsInput input) {
    for (var name : input.alarmNames()) {
      alarms.change(
          call,
          name,
          alarm -> alarm.with(alarm.description().toBuilder().actionsEnabled(true).build()));
    }
    return new EnableAlarmActionsResponse();
  }
}
