package brume.cloudwatch;

import brume.cloudwatch.publish.Counters;
import brume.model.cloudwatch.CloudWatchModel;
import brume.model.cloudwatch.Datapoint;
import brume.model.cloudwatch.Dimension;
import brume.model.cloudwatch.GetMetricStatisticsInput;
import brume.model.cloudwatch.MetricDatum;
import brume.model.cloudwatch.PutMetricDataInput;
import brume.service.Job;
import brume.service.Service;
import brume.shape.OperationShape;
import brume.shape.Structure;
import brume.testing.Local;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The service in memory, and shortcuts to its operations.
public final class CloudWatchLocal {
  public final Local local = new Local();
  public final Counters counters = new Counters(local.clock);
  public final Service service = CloudWatch.service(local.store, counters);

  public CloudWatchLocal() {
    local.add(service);
  }

  public Instant now() {
    return local.clock.instant();
  }

  public <I extends Structure, O extends Structure> O invoke(
      OperationShape<I, O> operation, I input) {
    return local.invoke(operation, input);
  }

  public void run(String job) throws InterruptedException {
    for (Job one : service.jobs()) {
      if (one.name().equals(job)) {
        one.run(local.call());
        return;
      }
    }
    throw new IllegalArgumentException("No job " + job);
  }

  public void put(MetricDatum.Builder... data) {
    invoke(
        CloudWatchModel.PUT_METRIC_DATA,
        PutMetricDataInput.builder()
            .namespace("Shop")
            .metricData(java.util.Arrays.stream(data).map(MetricDatum.Builder::build).toList())
            .build());
  }

  public void put(String metric, Instant time, double value) {
    put(datum(metric).timestamp(time).value(value));
  }

  public static MetricDatum.Builder datum(String metric) {
    return MetricDatum.builder().metricName(metric);
  }

  public static List<Dimension> dimensions(String... namesAndValues) {
    var dimensions = new java.util.ArrayList<Dimension>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      dimensions.add(new Dimension(namesAndValues[i], namesAndValues[i + 1]));
    }
    return dimensions;
  }

  /// For the statistics of the last hour, by minute.
  public GetMetricStatisticsInput.Builder lastHour(String metric) {
    return GetMetricStatisticsInput.builder()
        .namespace("Shop")
        .metricName(metric)
        .startTime(now().minus(Duration.ofHours(1)))
        .endTime(now().plus(Duration.ofMinutes(1)))
        .period(60);
  }

  public List<Datapoint> points(GetMetricStatisticsInput.Builder wanted) {
    return invoke(CloudWatchModel.GET_METRIC_STATISTICS, wanted.build()).datapoints();
  }
}
