package brume.dax.operation;

import brume.dax.cluster.ClusterName;
import brume.dax.cluster.Nodes;
import brume.dax.data.Clusters;
import brume.dax.data.Events;
import brume.dax.node.Fleet;
import brume.model.dax.RebootNodeRequest;
import brume.model.dax.RebootNodeResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;
import java.util.Objects;

/// Restarts a node. The nodes of a cluster share their caches, so that all are empty then.
public final class RebootNode implements Operation<RebootNodeRequest, RebootNodeResponse> {
  private final Clusters clusters;
  private final Fleet fleet;

  public RebootNode(Clusters clusters, Fleet fleet) {
    this.clusters = clusters;
    this.fleet = fleet;
  }

  @Override
  public Access access(Call call, RebootNodeRequest input) {
    return DaxAccess.to(call, name(), input.clusterName());
  }

  @Override
  public RebootNodeResponse run(Call call, RebootNodeRequest input) {
    var cluster =
        clusters.change(
            call.scope(),
            input.clusterName(),
            before -> {
              Nodes.check(Objects.requireNonNull(before.nodes()), input.nodeId());
              return before;
            },
            List.of(Events.ofCluster(input.nodeId(), "Node rebooted.", call.now())));
    fleet.reboot(call.scope(), ClusterName.of(input.clusterName()));
    return new RebootNodeResponse(cluster);
  }
}
