package brume.dax.operation;

import brume.dax.data.SubnetGroups;
import brume.model.dax.CreateSubnetGroupRequest;
import brume.model.dax.CreateSubnetGroupResponse;
import brume.model.dax.Subnet;
import brume.model.dax.SubnetGroup;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Makes a subnet group.
public final class CreateSubnetGroup
    implements Operation<CreateSubnetGroupRequest, CreateSubnetGroupResponse> {
  private final SubnetGroups subnetGroups;

  public CreateSubnetGroup(SubnetGroups subnetGroups) {
    this.subnetGroups = subnetGroups;
  }

  @Override
  public Access access(Call call, CreateSubnetGroupRequest input) {
    return DaxAccess.toAny(name());
  }

  @Override
  public CreateSubnetGroupResponse run(Call call, CreateSubnetGroupRequest input) {
    var group =
        SubnetGroup.builder()
            .subnetGroupName(input.subnetGroupName())
            .description(input.description())
            .subnets(subnets(input.subnetIds()))
            .build();
    subnetGroups.create(call.scope(), group, call.now());
    return new CreateSubnetGroupResponse(group);
  }

  static List<Subnet> subnets(List<String> ids) {
    return ids.stream().map(id -> Subnet.builder().subnetIdentifier(id).build()).toList();
  }
}
