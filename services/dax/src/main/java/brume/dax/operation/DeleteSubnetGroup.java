package brume.dax.operation;

import brume.dax.data.Clusters;
import brume.dax.data.SubnetGroups;
import brume.model.dax.DeleteSubnetGroupRequest;
import brume.model.dax.DeleteSubnetGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a subnet group that no cluster uses.
public final class DeleteSubnetGroup
    implements Operation<DeleteSubnetGroupRequest, DeleteSubnetGroupResponse> {
  private final SubnetGroups subnetGroups;
  private final Clusters clusters;

  public DeleteSubnetGroup(SubnetGroups subnetGroups, Clusters clusters) {
    this.subnetGroups = subnetGroups;
    this.clusters = clusters;
  }

  @Override
  public Access access(Call call, DeleteSubnetGroupRequest input) {
    return DaxAccess.toAny(name());
  }

  @Override
  public DeleteSubnetGroupResponse run(Call call, DeleteSubnetGroupRequest input) {
    var name = input.subnetGroupName();
    subnetGroups.delete(call.scope(), name, clusters, call.now());
    return new DeleteSubnetGroupResponse("Subnet group " + name + " has been deleted.");
  }
}
