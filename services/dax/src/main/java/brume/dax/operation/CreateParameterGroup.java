package brume.dax.operation;

import brume.dax.data.ParameterGroups;
import brume.model.dax.CreateParameterGroupRequest;
import brume.model.dax.CreateParameterGroupResponse;
import brume.model.dax.ParameterGroup;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a parameter group, whose values are the default ones.
public final class CreateParameterGroup
    implements Operation<CreateParameterGroupRequest, CreateParameterGroupResponse> {
  private final ParameterGroups parameterGroups;

  public CreateParameterGroup(ParameterGroups parameterGroups) {
    this.parameterGroups = parameterGroups;
  }

  @Override
  public Access access(Call call, CreateParameterGroupRequest input) {
    return DaxAccess.toAny(name());
  }

  @Override
  public CreateParameterGroupResponse run(Call call, CreateParameterGroupRequest input) {
    var group = new ParameterGroup(input.description(), input.parameterGroupName());
    parameterGroups.create(call.scope(), group, call.now());
    return new CreateParameterGroupResponse(group);
  }
}
