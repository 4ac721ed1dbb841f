package brume.cloudwatch.operation.alarm;

import brume.cloudwatch.alarm.State;
import brume.cloudwatch.data.Alarms;
import brume.model.cloudwatch.SetAlarmStateInput;
import brume.model.cloudwatch.SetAlarmStateResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts an alarm into a state until it is evaluated again, and has its actions carried out.
public final class SetAlarmState implements Operation<SetAlarmStateInput, SetAlarmStateResponse> {
  private final Alarms alarms;

  public SetAlarmState(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Access access(Call call, SetAlarmStateInput input) {
    return AlarmAccess.to(call, name(), input.alarmName());
  }

  @Override
  public SetAlarmStateResponse run(Call call, SetAlarmStateInput input) {
    var name = alarms.get(call.scope(), input.alarmName()).name();
    alarms.enter(
        call,
        name,
        State.valueOf(input.stateValue()),
        input.stateReason(),
        input.stateReasonData());
    return new SetAlarmStateResponse();
  }
}
