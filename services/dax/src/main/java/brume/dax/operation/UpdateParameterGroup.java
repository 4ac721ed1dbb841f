package brume.dax.operation;

import brume.dax.cluster.Lifetimes;
import brume.dax.data.Clusters;
import brume.dax.data.ParameterGroups;
import brume.dax.node.Fleet;
import brume.model.dax.UpdateParameterGroupRequest;
import brume.model.dax.UpdateParameterGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Changes values of a parameter group. They are in force at once in the clusters that use it.
public final class UpdateParameterGroup
    implements Operation<UpdateParameterGroupRequest, UpdateParameterGroupResponse> {
  private final ParameterGroups parameterGroups;
  private final Clusters clusters;
  private final Fleet fleet;

  public UpdateParameterGroup(ParameterGroups parameterGroups, Clusters clusters, Fleet fleet) {
    this.parameterGroups = parameterGroups;
    this.clusters = clusters;
    this.fleet = fleet;
  }

  @Override
  public Access access(Call call, UpdateParameterGroupRequest input) {
    return DaxAccess.toAny(name());
  }

  @Override
  public UpdateParameterGroupResponse run(Call call, UpdateParameterGroupRequest input) {
    input.parameterNameValues().forEach(Lifetimes::check);
    var name = input.parameterGroupName();
    var updated =
        parameterGroups.update(call.scope(), name, input.parameterNameValues(), call.now());
    var lifetimes = parameterGroups.lifetimes(call.scope(), name);
    for (var cluster : clusters.all(call.scope())) {
      if (Clusters.parameterGroup(cluster).equals(name)) {
        fleet.lives(call.scope(), Objects.requireNonNull(cluster.clusterName()), lifetimes);
      }
    }
    return new UpdateParameterGroupResponse(updated);
  }
}
