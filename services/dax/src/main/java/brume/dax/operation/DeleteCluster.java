package brume.dax.operation;

import brume.dax.cluster.ClusterName;
import brume.dax.data.Clusters;
import brume.dax.data.Events;
import brume.dax.node.Fleet;
import brume.model.dax.DeleteClusterRequest;
import brume.model.dax.DeleteClusterResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Ends a cluster and forgets it.
public final class DeleteCluster implements Operation<DeleteClusterRequest, DeleteClusterResponse> {
  private final Clusters clusters;
  private final Fleet fleet;

  public DeleteCluster(Clusters clusters, Fleet fleet) {
    this.clusters = clusters;
    this.fleet = fleet;
  }

  @Override
  public Access access(Call call, DeleteClusterRequest input) {
    return DaxAccess.to(call, name(), input.clusterName());
  }

  @Override
  public DeleteClusterResponse run(Call call, DeleteClusterRequest input) {
    var deleted =
        clusters.delete(
            call.scope(),
            input.clusterName(),
            Events.ofCluster(ClusterName.of(input.clusterName()), "Cluster deleted.", call.now()));
    fleet.stop(call.scope(), ClusterName.of(input.clusterName()));
    return new DeleteClusterResponse(deleted.toBuilder().status("deleting").build());
  }
}
