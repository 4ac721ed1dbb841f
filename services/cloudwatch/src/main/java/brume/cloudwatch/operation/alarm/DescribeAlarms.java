package brume.cloudwatch.operation.alarm;

import brume.cloudwatch.alarm.Alarm;
import brume.cloudwatch.data.Alarms;
import brume.model.cloudwatch.DescribeAlarmsInput;
import brume.model.cloudwatch.DescribeAlarmsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;
import java.util.List;
import java.util.stream.Stream;

/// Tells alarms in the order of their names. A token is the last name of a page.
public final class DescribeAlarms implements Operation<DescribeAlarmsInput, DescribeAlarmsOutput> {
  /// Source: Amazon CloudWatch API reference, "DescribeAlarms".
  private static final int DEFAULT_RECORDS = 50;

  private final Alarms alarms;

  public DescribeAlarms(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Access access(Call call, DescribeAlarmsInput input) {
    return AlarmAccess.toAll(call, name(), input.alarmNames());
  }

  @Override
  public DescribeAlarmsOutput run(Call call, DescribeAlarmsInput input) {
    if (input.childrenOfAlarmName() != null || input.parentsOfAlarmName() != null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's CloudWatch does not have composite alarms yet");
    }
    int limit = input.maxRecords() == null ? DEFAULT_RECORDS : input.maxRecords();
    var found = matching(alarms.all(call.scope()), input).limit(limit + 1L).toList();
    var page = found.subList(0, Math.min(limit, found.size()));
    return DescribeAlarmsOutput.builder()
        .metricAlarms(page.stream().map(Alarm::description).toList())
        .compositeAlarms(List.of())
        .nextToken(found.size() > limit ? page.getLast().name() : null)
        .build();
  }

  private static Stream<Alarm> matching(List<Alarm> all, DescribeAlarmsInput input) {
    if (input.alarmTypes() != null && !input.alarmTypes().contains("MetricAlarm")) {
      return Stream.empty();
    }
    return all.stream().filter(alarm -> isWanted(alarm, input));
  }

  private static boolean isWanted(Alarm alarm, DescribeAlarmsInput input) {
    var name = alarm.name();
    return (input.nextToken() == null || name.compareTo(input.nextToken()) > 0)
        && (input.alarmNames() == null || input.alarmNames().contains(name))
        && (input.alarmNamePrefix() == null || name.startsWith(input.alarmNamePrefix()))
        && (input.stateValue() == null || alarm.state().name().equals(input.stateValue()))
        && (input.actionPrefix() == null || acts(alarm, input.actionPrefix()));
  }

  private static boolean acts(Alarm alarm, String prefix) {
    var description = alarm.description();
    return Stream.of(
            description.alarmActions(),
            description.okActions(),
            description.insufficientDataActions())
        .anyMatch(
            actions -> actions != null && actions.stream().anyMatch(one -> one.startsWith(prefix)));
  }
}
