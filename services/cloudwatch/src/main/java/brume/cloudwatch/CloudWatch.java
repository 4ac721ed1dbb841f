package brume.cloudwatch;

import brume.cloudwatch.data.Datapoints;
import brume.cloudwatch.data.Expiry;
import brume.cloudwatch.operation.GetMetricStatistics;
import brume.cloudwatch.operation.ListMetrics;
import brume.cloudwatch.operation.PutMetricData;
import brume.cloudwatch.publish.Counters;
import brume.cloudwatch.publish.Publishing;
import brume.model.cloudwatch.CloudWatchModel;
import brume.service.Service;
import brume.store.Store;

/// The service, as the server wires it.
public final class CloudWatch {
  private CloudWatch() {}

  /// @param counters what the platform hands to the services to count in
  public static Service service(Store store, Counters counters) {
    var datapoints = new Datapoints(store);
    return Service.of(CloudWatchModel.SERVICE)
        .operations(
            new PutMetricData(datapoints),
            new ListMetrics(datapoints),
            new GetMetricStatistics(datapoints))
        .jobs(new Publishing(counters, datapoints), new Expiry(store, datapoints))
        .build();
  }
}
