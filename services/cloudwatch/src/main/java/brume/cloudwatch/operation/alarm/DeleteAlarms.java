package brume.cloudwatch.operation.alarm;

import brume.cloudwatch.data.Alarms;
import brume.model.cloudwatch.DeleteAlarmsInput;
import brume.model.cloudwatch.DeleteAlarmsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes alarms. Those that are not there are left out.
public final class DeleteAlarms implements Operation<DeleteAlarmsInput, DeleteAlarmsResponse> {
  private final Alarms alarms;

  public DeleteAlarms(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Access access(Call call, DeleteAlarmsInput input) {
    return AlarmAccess.toAll(call, name(), input.alarmNames());
  }

  @Override
  public DeleteAlarmsResponse run(Call call, DeleteAlarmsInput input) {
    input.alarmNames().forEach(name -> alarms.delete(call, name));
    return new DeleteAlarmsResponse();
  }
}
