package brume.dax.operation;

import brume.dax.data.SubnetGroups;
import brume.model.dax.UpdateSubnetGroupRequest;
import brume.model.dax.UpdateSubnetGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes a subnet group.
public final class UpdateSubnetGroup
    implements Operation<UpdateSubnetGroupRequest, UpdateSubnetGroupResponse> {
  private final SubnetGroups subnetGroups;

  public UpdateSubnetGroup(SubnetGroups subnetGroups) {
    this.subnetGroups = subnetGroups;
  }

  @Override
  public Access access(Call call, UpdateSubnetGroupRequest input) {
    return DaxAccess.toAny(name());
  }

  @Override
  public UpdateSubnetGroupResponse run(Call call, UpdateSubnetGroupRequest input) {
    var changed =
        subnetGroups.change(
            call.scope(),
            input.subnetGroupName(),
            before -> {
              var group = before.toBuilder();
              if (input.description() != null) {
                group.description(input.description());
              }
              if (input.subnetIds() != null) {
                group.subnets(CreateSubnetGroup.subnets(input.subnetIds()));
              }
              return group.build();
            },
            call.now());
    return new UpdateSubnetGroupResponse(changed);
  }
}
