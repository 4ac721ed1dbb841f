package brume.cloudwatch.operation.alarm;

import brume.cloudwatch.alarm.Alarm;
import brume.cloudwatch.alarm.State;
import brume.cloudwatch.data.Alarms;
import brume.model.cloudwatch.MetricAlarm;
import brume.model.cloudwatch.PutMetricAlarmInput;
import brume.model.cloudwatch.PutMetricAlarmResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes an alarm, or gives one that is there another configuration; its state and tags stay.
public final class PutMetricAlarm
    implements Operation<PutMetricAlarmInput, PutMetricAlarmResponse> {
  private final Alarms alarms;

  public PutMetricAlarm(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Access access(Call call, PutMetricAlarmInput input) {
    return AlarmAccess.to(call, name(), input.alarmName());
  }

  @Override
  public PutMetricAlarmResponse run(Call call, PutMetricAlarmInput input) {
    AlarmRules.check(input);
    var arn = AlarmAccess.arn(call, input.alarmName()).toString();
    alarms.put(call, input.alarmName(), before -> alarm(call, arn, input, before));
    return new PutMetricAlarmResponse();
  }

  private static Alarm alarm(
      Call call, String arn, PutMetricAlarmInput input, @Nullable Alarm before) {
    var fresh = configured(call, arn, input);
    if (before == null) {
      fresh
          .stateValue(State.INSUFFICIENT_DATA.name())
          .stateReason("Unchecked: Initial alarm creation")
          .stateUpdatedTimestamp(call.now())
          .stateTransitionedTimestamp(call.now());
      return new Alarm(fresh.build(), input.tags() == null ? List.of() : input.tags());
    }
    var was = before.description();
    return before.with(
        fresh
            .stateValue(was.stateValue())
            .stateReason(was.stateReason())
            .stateReasonData(was.stateReasonData())
            .stateUpdatedTimestamp(was.stateUpdatedTimestamp())
            .stateTransitionedTimestamp(was.stateTransitionedTimestamp())
            .build());
  }

  private static MetricAlarm.Builder configured(Call call, String arn, PutMetricAlarmInput input) {
    return MetricAlarm.builder()
        .alarmName(input.alarmName())
        .alarmArn(arn)
        .alarmDescription(input.alarmDescription())
        .alarmConfigurationUpdatedTimestamp(call.now())
        .actionsEnabled(!Boolean.FALSE.equals(input.actionsEnabled()))
        .okActions(orEmpty(input.okActions()))
        .alarmActions(orEmpty(input.alarmActions()))
        .insufficientDataActions(orEmpty(input.insufficientDataActions()))
        .namespace(input.namespace())
        .metricName(input.metricName())
        .dimensions(input.dimensions())
        .statistic(input.statistic())
        .extendedStatistic(input.extendedStatistic())
        .period(input.period())
        .unit(input.unit())
        .metrics(input.metrics())
        .evaluationPeriods(input.evaluationPeriods())
        .datapointsToAlarm(input.datapointsToAlarm())
        .threshold(input.threshold())
        .comparisonOperator(input.comparisonOperator())
        .treatMissingData(input.treatMissingData())
        .evaluateLowSampleCountPercentile(input.evaluateLowSampleCountPercentile());
  }

  private static List<String> orEmpty(@Nullable List<String> actions) {
    return actions == null ? List.of() : actions;
  }
}
