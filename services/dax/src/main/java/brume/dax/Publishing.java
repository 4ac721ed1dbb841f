package brume.dax;

import brume.dax.cache.Counts.Metric;
import brume.dax.node.Fleet;
import brume.service.Call;
import brume.service.Job;
import brume.service.Metrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Tells CloudWatch what clusters counted since the last time.
///
/// Source: Amazon DynamoDB Developer Guide, "Viewing DAX metrics and dimensions".
final class Publishing implements Job {
  private static final String NAMESPACE = "AWS/DAX";

  private final Fleet fleet;

  /// What was told already of the clusters that run, which begin anew when they are started anew.
  private Map<Fleet.Running, Map<Metric, Long>> told = new HashMap<>();

  Publishing(Fleet fleet) {
    this.fleet = fleet;
  }

  @Override
  public String name() {
    return "dax.metrics";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  @Override
  public synchronized void run(Call call) {
    var now = new HashMap<Fleet.Running, Map<Metric, Long>>();
    fleet
        .all()
        .forEach(
            (id, cluster) -> {
              var subject =
                  new Metrics.Subject(id.scope(), NAMESPACE, Map.of("ClusterId", id.name()));
              var before = told.getOrDefault(cluster, Map.of());
              now.put(cluster, publish(call.platform().metrics(), subject, cluster, before));
            });
    told = now;
  }

  private static Map<Metric, Long> publish(
      Metrics metrics, Metrics.Subject subject, Fleet.Running cluster, Map<Metric, Long> before) {
    var counted = new HashMap<Metric, Long>();
    for (var metric : Metric.values()) {
      long all = cluster.backing().counts().of(metric);
      long since = all - before.getOrDefault(metric, 0L);
      counted.put(metric, all);
      if (since > 0) {
        metrics.count(subject, metric.published(), since);
      }
    }
    metrics.count(subject, "ClientConnections", cluster.node().connections());
    return counted;
  }
}
