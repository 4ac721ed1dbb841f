package brume.dax.operation;

import brume.dax.cluster.ClusterName;
import brume.dax.cluster.NewCluster;
import brume.dax.cluster.Nodes;
import brume.dax.data.Clusters;
import brume.dax.data.Events;
import brume.model.dax.DecreaseReplicationFactorRequest;
import brume.model.dax.DecreaseReplicationFactorResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;
import java.util.Objects;

/// Removes nodes of a cluster.
public final class DecreaseReplicationFactor
    implements Operation<DecreaseReplicationFactorRequest, DecreaseReplicationFactorResponse> {
  private final Clusters clusters;

  public DecreaseReplicationFactor(Clusters clusters) {
    this.clusters = clusters;
  }

  @Override
  public Access access(Call call, DecreaseReplicationFactorRequest input) {
    return DaxAccess.to(call, name(), input.clusterName());
  }

  @Override
  public DecreaseReplicationFactorResponse run(Call call, DecreaseReplicationFactorRequest input) {
    if (input.availabilityZones() != null && !input.availabilityZones().isEmpty()) {
      throw NewCluster.lacking("AvailabilityZones of nodes to remove");
    }
    var changed =
        clusters.change(
            call.scope(),
            input.clusterName(),
            before -> {
              var nodes =
                  Nodes.fewer(
                      Objects.requireNonNull(before.nodes()),
                      input.newReplicationFactor(),
                      input.nodeIdsToRemove());
              return before.toBuilder()
                  .nodes(nodes)
                  .totalNodes(nodes.size())
                  .activeNodes(nodes.size())
                  .build();
            },
            List.of(
                Events.ofCluster(
                    ClusterName.of(input.clusterName()), "Removed nodes.", call.now())));
    return new DecreaseReplicationFactorResponse(changed);
  }
}
