package brume.cloudwatch.operation.alarm;

import brume.cloudwatch.data.Alarms;
import brume.model.cloudwatch.DisableAlarmActionsInput;
import brume.model.cloudwatch.DisableAlarmActionsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets alarms change their states without actions.
public final class DisableAlarmActions
    implements Operation<DisableAlarmActionsInput, DisableAlarmActionsResponse> {
  private final Alarms alarms;

  public DisableAlarmActions(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Access access(Call call, DisableAlarmActionsInput input) {
    return AlarmAccess.toAll(call, name(), input.alarmNames());
  }

  @Override
  public DisableAlarmActionsResponse run(Call call, DisableAlarmActionsInput input) {
    for (var name : input.alarmNames()) {
      alarms.change(
          call,
          name,
          alarm -> alarm.with(alarm.description().toBuilder().actionsEnabled(false).build()));
    }
    return new DisableAlarmActionsResponse();
  }
}
