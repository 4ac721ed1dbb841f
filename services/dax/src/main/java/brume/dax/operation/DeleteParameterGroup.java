package brume.dax.operation;

import brume.dax.data.Clusters;
import brume.dax.data.ParameterGroups;
import brume.model.dax.DeleteParameterGroupRequest;
import brume.model.dax.DeleteParameterGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a parameter group that no cluster uses.
public final class DeleteParameterGroup
    implements Operation<DeleteParameterGroupRequest, DeleteParameterGroupResponse> {
  private final ParameterGroups parameterGroups;
  private final Clusters clusters;

  public DeleteParameterGroup(ParameterGroups parameterGroups, Clusters clusters) {
    this.parameterGroups = parameterGroups;
    this.clusters = clusters;
  }

  @Override
  public Access access(Call call, DeleteParameterGroupRequest input) {
    return DaxAccess.toAny(name());
  }

  @Override
  public DeleteParameterGroupResponse run(Call call, DeleteParameterGroupRequest input) {
    var name = input.parameterGroupName();
    parameterGroups.delete(call.scope(), name, clusters, call.now());
    return new DeleteParameterGroupResponse("Parameter group " + name + " has been deleted.");
  }
}
