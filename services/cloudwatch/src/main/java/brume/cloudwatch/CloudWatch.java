package brume.cloudwatch;

import brume.cloudwatch.data.Alarms;
import brume.cloudwatch.data.Datapoints;
import brume.cloudwatch.data.Expiry;
import brume.cloudwatch.operation.GetMetricData;
import brume.cloudwatch.operation.GetMetricStatistics;
import brume.cloudwatch.operation.ListMetrics;
import brume.cloudwatch.operation.PutMetricData;
import brume.cloudwatch.operation.alarm.DeleteAlarms;
import brume.cloudwatch.operation.alarm.DescribeAlarmHistory;
import brume.cloudwatch.operation.alarm.DescribeAlarms;
import brume.cloudwatch.operation.alarm.DescribeAlarmsForMetric;
import brume.cloudwatch.operation.alarm.DisableAlarmActions;
import brume.cloudwatch.operation.alarm.EnableAlarmActions;
import brume.cloudwatch.operation.alarm.ListTagsForResource;
import brume.cloudwatch.operation.alarm.PutMetricAlarm;
import brume.cloudwatch.operation.alarm.SetAlarmState;
import brume.cloudwatch.operation.alarm.TagResource;
import brume.cloudwatch.operation.alarm.UntagResource;
import brume.cloudwatch.publish.Counters;
import brume.cloudwatch.publish.Publishing;
import brume.cloudwatch.resource.AlarmResource;
import brume.cloudwatch.watch.Acting;
import brume.cloudwatch.watch.Watching;
import brume.model.cloudwatch.CloudWatchModel;
import brume.service.Service;
import brume.store.Store;

/// The service, as the server wires it.
public final class CloudWatch {
  private CloudWatch() {}

  /// @param counters what the platform hands to the services to count in
  public static Service service(Store store, Counters counters) {
    var datapoints = new Datapoints(store);
    var alarms = new Alarms(store);
    return Service.of(CloudWatchModel.SERVICE)
        .operations(
            new PutMetricData(datapoints),
            new ListMetrics(datapoints),
            new GetMetricStatistics(datapoints),
            new GetMetricData(datapoints))
        .operations(
            new DeleteAlarms(alarms),
            new DescribeAlarmHistory(alarms),
            new DescribeAlarms(alarms),
            new DescribeAlarmsForMetric(alarms),
            new DisableAlarmActions(alarms),
            new EnableAlarmActions(alarms),
            new ListTagsForResource(alarms),
            new PutMetricAlarm(alarms),
            new SetAlarmState(alarms),
            new TagResource(alarms),
            new UntagResource(alarms))
        .jobs(
            new Publishing(counters, datapoints),
            new Expiry(store, datapoints),
            new Watching(store, datapoints, alarms))
        .deliveries(new Acting(alarms))
        .resourceTypes(new AlarmResource())
        .build();
  }
}
