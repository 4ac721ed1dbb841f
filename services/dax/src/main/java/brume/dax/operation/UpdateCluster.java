package brume.dax.operation;

import brume.dax.cluster.ClusterName;
import brume.dax.cluster.NewCluster;
import brume.dax.data.Clusters;
import brume.dax.data.ParameterGroups;
import brume.dax.node.Fleet;
import brume.model.dax.Cluster;
import brume.model.dax.UpdateClusterRequest;
import brume.model.dax.UpdateClusterResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Changes what is said of a cluster, and its parameter group, whose values are in force at once.
public final class UpdateCluster implements Operation<UpdateClusterRequest, UpdateClusterResponse> {
  private final Clusters clusters;
  private final ParameterGroups parameterGroups;
  private final Fleet fleet;

  public UpdateCluster(Clusters clusters, ParameterGroups parameterGroups, Fleet fleet) {
    this.clusters = clusters;
    this.parameterGroups = parameterGroups;
    this.fleet = fleet;
  }

  @Override
  public Access access(Call call, UpdateClusterRequest input) {
    return DaxAccess.to(call, name(), input.clusterName());
  }

  @Override
  public UpdateClusterResponse run(Call call, UpdateClusterRequest input) {
    if (input.notificationTopicArn() != null || input.notificationTopicStatus() != null) {
      throw NewCluster.lacking("NotificationTopicArn");
    }
    NewCluster.checkWindow(input.preferredMaintenanceWindow());
    var changed =
        clusters.change(
            call.scope(), input.clusterName(), before -> change(before, input), List.of());
    fleet.lives(
        call.scope(),
        ClusterName.of(input.clusterName()),
        parameterGroups.lifetimes(call.scope(), Clusters.parameterGroup(changed)));
    return new UpdateClusterResponse(changed);
  }

  private static Cluster change(Cluster before, UpdateClusterRequest input) {
    var changed = before.toBuilder();
    if (input.description() != null) {
      changed.description(input.description());
    }
    if (input.preferredMaintenanceWindow() != null) {
      changed.preferredMaintenanceWindow(input.preferredMaintenanceWindow());
    }
    if (input.securityGroupIds() != null) {
      changed.securityGroups(NewCluster.memberships(input.securityGroupIds()));
    }
    if (input.parameterGroupName() != null) {
      changed.parameterGroup(NewCluster.inSync(input.parameterGroupName()));
    }
    return changed.build();
  }
}
