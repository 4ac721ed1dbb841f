package brume.dax;

import brume.dax.data.Clusters;
import brume.dax.data.ParameterGroups;
import brume.dax.node.Fleet;
import brume.service.Call;
import brume.service.Job;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;

/// Runs the clusters that do not run yet: all when Brume starts, and those whose ports somebody
/// else had then.
final class Listeners implements Job {
  private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

  private final Clusters clusters;
  private final ParameterGroups groups;
  private final Fleet fleet;

  Listeners(Clusters clusters, ParameterGroups groups, Fleet fleet) {
    this.clusters = clusters;
    this.groups = groups;
    this.fleet = fleet;
  }

  @Override
  public String name() {
    return "dax.listeners";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run(Call call) {
    for (var each : clusters.everywhere()) {
      var name = Objects.requireNonNull(each.cluster().clusterName());
      if (fleet.find(each.scope(), name) == null) {
        open(each, name);
      }
    }
  }

  private void open(Clusters.Located located, String name) {
    var scope = located.scope();
    try {
      var group = Clusters.parameterGroup(located.cluster());
      fleet.open(scope, located.cluster(), groups.lifetimes(scope, group));
      if (!clusters.has(scope, name)) {
        fleet.stop(scope, name);
      }
    } catch (IOException taken) {
      LOG.log(Level.WARNING, "The cluster {0} cannot listen: {1}", name, taken.getMessage());
    }
  }
}
