package brume.dax.operation;

import brume.dax.cluster.ClusterName;
import brume.dax.cluster.Nodes;
import brume.dax.data.Clusters;
import brume.dax.data.Events;
import brume.model.dax.IncreaseReplicationFactorRequest;
import brume.model.dax.IncreaseReplicationFactorResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;
import java.util.Objects;

/// Adds nodes to a cluster.
public final class IncreaseReplicationFactor
    implements Operation<IncreaseReplicationFactorRequest, IncreaseReplicationFactorResponse> {
  private final Clusters clusters;

  public IncreaseReplicationFactor(Clusters clusters) {
    this.clusters = clusters;
  }

  @Override
  public Access access(Call call, IncreaseReplicationFactorRequest input) {
    return DaxAccess.to(call, name(), input.clusterName());
  }

  @Override
  public IncreaseReplicationFactorResponse run(Call call, IncreaseReplicationFactorRequest input) {
    var changed =
        clusters.change(
            call.scope(),
            input.clusterName(),
            before -> {
              var nodes =
                  Nodes.of(before, call.scope())
                      .more(
                          Objects.requireNonNull(before.nodes()),
                          input.newReplicationFactor(),
                          input.availabilityZones(),
                          call.now());
              return before.toBuilder()
                  .nodes(nodes)
                  .totalNodes(nodes.size())
                  .activeNodes(nodes.size())
                  .build();
            },
            List.of(
                Events.ofCluster(ClusterName.of(input.clusterName()), "Added nodes.", call.now())));
    return new IncreaseReplicationFactorResponse(changed);
  }
}
