package brume.cloudwatch.operation.alarm;

import brume.cloudwatch.alarm.Alarm;
import brume.cloudwatch.data.Alarms;
import brume.cloudwatch.metric.MetricName;
import brume.model.cloudwatch.DescribeAlarmsForMetricInput;
import brume.model.cloudwatch.DescribeAlarmsForMetricOutput;
import brume.model.cloudwatch.MetricAlarm;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Tells the alarms on one metric; alarms on formulas are not among them.
public final class DescribeAlarmsForMetric
    implements Operation<DescribeAlarmsForMetricInput, DescribeAlarmsForMetricOutput> {
  private final Alarms alarms;

  public DescribeAlarmsForMetric(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Access access(Call call, DescribeAlarmsForMetricInput input) {
    return Access.toAny("cloudwatch:DescribeAlarmsForMetric");
  }

  @Override
  public DescribeAlarmsForMetricOutput run(Call call, DescribeAlarmsForMetricInput input) {
    return new DescribeAlarmsForMetricOutput(
        alarms.all(call.scope()).stream()
            .map(Alarm::description)
            .filter(alarm -> isOn(alarm, input))
            .toList());
  }

  private static boolean isOn(MetricAlarm alarm, DescribeAlarmsForMetricInput input) {
    if (alarm.namespace() == null || alarm.metricName() == null) {
      return false;
    }
    var wanted = MetricName.of(input.namespace(), input.metricName(), input.dimensions());
    return MetricName.of(alarm.namespace(), alarm.metricName(), alarm.dimensions()).equals(wanted)
        && (input.period() == null || input.period().equals(alarm.period()))
        && (input.unit() == null || input.unit().equals(alarm.unit()))
        && (input.statistic() == null || input.statistic().equals(alarm.statistic()))
        && (input.extendedStatistic() == null
            || input.extendedStatistic().equals(alarm.extendedStatistic()));
  }
}
