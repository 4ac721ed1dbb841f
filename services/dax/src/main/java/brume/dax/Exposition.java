package brume.dax;

import brume.dax.cache.Counts.Metric;
import brume.dax.cache.Occupancy;
import brume.dax.node.Fleet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// What clusters counted, as Prometheus reads it, most under the names of CloudWatch's metrics.
///
/// Source: Prometheus documentation, "Exposition formats", text-based format 0.0.4.
final class Exposition {
  private final StringBuilder text = new StringBuilder();
  private final List<Map.Entry<Fleet.Id, Fleet.Running>> clusters;

  private Exposition(Fleet fleet) {
    clusters = new ArrayList<>(fleet.all().entrySet());
    clusters.sort(Comparator.comparing(entry -> labels(entry.getKey())));
  }

  static String of(Fleet fleet) {
    var exposition = new Exposition(fleet);
    if (exposition.clusters.isEmpty()) {
      return "";
    }
    for (var metric : Metric.values()) {
      exposition.add(metric.title(), "counter", each -> each.backing().counts().of(metric));
    }
    exposition.add("ItemCacheEvictions", "counter", each -> items(each).evictions());
    exposition.add("QueryCacheEvictions", "counter", each -> queries(each).evictions());
    exposition.add("ItemCacheBytes", "gauge", each -> items(each).bytes());
    exposition.add("QueryCacheBytes", "gauge", each -> queries(each).bytes());
    exposition.add("ClientConnections", "gauge", each -> each.node().connections());
    return exposition.text.toString();
  }

  private static Occupancy items(Fleet.Running cluster) {
    return cluster.backing().items().occupancy();
  }

  private static Occupancy queries(Fleet.Running cluster) {
    return cluster.backing().queries().occupancy();
  }

  private void add(String title, String type, ToLongFunction<Fleet.Running> value) {
    var name = "brume_dax" + snake(title) + (type.equals("counter") ? "_total" : "");
    text.append("# HELP ").append(name).append(" DAX: ").append(title).append(".\n");
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    for (var entry : clusters) {
      text.append(name)
          .append('{')
          .append(labels(entry.getKey()))
          .append("} ")
          .append(value.applyAsLong(entry.getValue()))
          .append('\n');
    }
  }

  private static String snake(String title) {
    var words = new StringBuilder();
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      words.append(Character.isUpperCase(c) ? "_" : "").append(Character.toLowerCase(c));
    }
    return words.toString();
  }

  private static String labels(Fleet.Id id) {
    return "account=\"%s\",region=\"%s\",cluster=\"%s\""
        .formatted(id.scope().account(), id.scope().region(), id.name());
  }
}
