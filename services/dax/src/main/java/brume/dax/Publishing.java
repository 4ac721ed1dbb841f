package brume.dax;

import brume.dax.cache.Counts.Metric;
import brume.dax.node.Fleet;
import brume.service.Call;
import brume.service.Job;
import brume.service.Metrics;
import brume.service.Metrics.Unit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Tells CloudWatch what clusters counted since the last time, and how full their caches are. All
/// is told of whole clusters, whose nodes share one endpoint and one memory.
///
/// Source: Amazon DynamoDB Developer Guide, "Viewing DAX metrics and dimensions".
final class Publishing implements Job {
  private static final String NAMESPACE = "AWS/DAX";

  private final Fleet fleet;

  /// What was told already of the clusters that run, which begin anew when they are started anew.
  private Map<Fleet.Running, Told> told = new HashMap<>();

  private record Told(Map<Metric, Long> counts, long evictedBytes) {
    static final Told NOTHING = new Told(Map.of(), 0);
  }

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
    var now = new HashMap<Fleet.Running, Told>();
    fleet
        .all()
        .forEach(
            (id, cluster) -> {
              var subject =
                  new Metrics.Subject(id.scope(), NAMESPACE, Map.of("ClusterId", id.name()));
              var before = told.getOrDefault(cluster, Told.NOTHING);
              now.put(cluster, publish(call.platform().metrics(), subject, cluster, before));
            });
    told = now;
  }

  private static Told publish(
      Metrics metrics, Metrics.Subject subject, Fleet.Running cluster, Told before) {
    var counts = new HashMap<Metric, Long>();
    for (var metric : Metric.values()) {
      long all = cluster.backing().counts().of(metric);
      long since = all - before.counts.getOrDefault(metric, 0L);
      counts.put(metric, all);
      if (since > 0) {
        metrics.count(subject, metric.published(), since);
      }
    }
    metrics.count(subject, "ClientConnections", cluster.node().connections());
    var memory = cluster.backing().occupancy();
    long evicted = memory.evictedBytes() - before.evictedBytes;
    if (evicted > 0) {
      metrics.add(subject, "EvictedSize", Unit.BYTES, (double) evicted);
    }
    if (memory.bytes() > 0) {
      metrics.add(subject, "EstimatedDbSize", Unit.BYTES, (double) memory.bytes());
      double percent = 100.0 * memory.bytes() / memory.capacity();
      metrics.add(subject, "CacheMemoryUtilization", Unit.PERCENT, percent);
    }
    return new Told(counts, memory.evictedBytes());
  }
}
