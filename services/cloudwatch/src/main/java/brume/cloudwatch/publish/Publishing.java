package brume.cloudwatch.publish;

import brume.base.Scope;
import brume.cloudwatch.data.Datapoints;
import brume.cloudwatch.data.Sample;
import brume.cloudwatch.metric.MetricName;
import brume.service.Call;
import brume.service.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Stores what the services counted since the last time.
public final class Publishing implements Job {
  private final Counters counters;
  private final Datapoints datapoints;

  public Publishing(Counters counters, Datapoints datapoints) {
    this.counters = counters;
    this.datapoints = datapoints;
  }

  @Override
  public String name() {
    return "cloudwatch-publishing";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run(Call call) {
    var byScope = new HashMap<Scope, List<Sample>>();
    counters
        .drain()
        .forEach(
            (minute, summary) ->
                byScope
                    .computeIfAbsent(minute.subject().scope(), _ -> new ArrayList<>())
                    .add(
                        new Sample(
                            MetricName.of(
                                minute.subject().namespace(),
                                minute.name(),
                                minute.subject().dimensions()),
                            Instant.ofEpochSecond(minute.epochSecond()),
                            minute.unit().spelling(),
                            false,
                            summary)));
    byScope.forEach(datapoints::add);
  }
}
