package brume.cloudwatch.operation;

import brume.cloudwatch.data.Datapoints;
import brume.cloudwatch.data.KnownMetric;
import brume.cloudwatch.metric.MetricName;
import brume.model.cloudwatch.ListMetricsInput;
import brume.model.cloudwatch.ListMetricsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.Duration;

/// Lists the metrics that had data in the past two weeks.
///
/// A page holds those of 500 metrics that are wanted, so one with fewer or none may have a next.
public final class ListMetrics implements Operation<ListMetricsInput, ListMetricsOutput> {
  /// Source: Amazon CloudWatch API reference, "ListMetrics".
  private static final int PAGE = 500;

  private static final Duration LISTED = Duration.ofDays(14);
  private static final Duration RECENTLY = Duration.ofHours(3);

  private final Datapoints datapoints;

  public ListMetrics(Datapoints datapoints) {
    this.datapoints = datapoints;
  }

  @Override
  public Access access(Call call, ListMetricsInput input) {
    return Access.toAny("cloudwatch:ListMetrics");
  }

  @Override
  public ListMetricsOutput run(Call call, ListMetricsInput input) {
    Lacking.refuse("IncludeLinkedAccounts", Boolean.TRUE.equals(input.includeLinkedAccounts()));
    Lacking.refuse("OwningAccount", input.owningAccount() != null);
    var page = datapoints.known(call.scope(), input.nextToken(), PAGE, parent(input));
    var since = call.now().minus(input.recentlyActive() == null ? LISTED : RECENTLY);
    return ListMetricsOutput.builder()
        .metrics(
            page.items().stream()
                .filter(known -> known.hasDataSince(since) && isWanted(known, input))
                .map(KnownMetric::metric)
                .toList())
        .nextToken(page.next())
        .build();
  }

  private static String[] parent(ListMetricsInput input) {
    if (input.namespace() == null) {
      return new String[0];
    }
    return input.metricName() == null
        ? new String[] {input.namespace()}
        : new String[] {input.namespace(), input.metricName()};
  }

  private static boolean isWanted(KnownMetric known, ListMetricsInput input) {
    var metric = MetricName.of(known.metric());
    if (input.metricName() != null && !input.metricName().equals(metric.name())) {
      return false;
    }
    return input.dimensions() == null
        || input.dimensions().stream()
            .allMatch(
                filter -> {
                  var value = metric.dimensions().get(filter.name());
                  return value != null && (filter.value() == null || filter.value().equals(value));
                });
  }
}
