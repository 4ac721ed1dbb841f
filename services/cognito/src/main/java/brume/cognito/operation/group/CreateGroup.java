package brume.cognito.operation.group;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.CreateGroupRequest;
import brume.model.cognitoidp.CreateGroupResponse;
import brume.model.cognitoidp.GroupType;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a group.
final class CreateGroup implements Operation<CreateGroupRequest, CreateGroupResponse> {
  private final Directory directory;

  CreateGroup(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreateGroupRequest input) {
    var access = PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
    return PoolAccess.passing(access, input.roleArn());
  }

  @Override
  public CreateGroupResponse run(Call call, CreateGroupRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var group =
        GroupType.builder()
            .groupName(input.groupName())
            .userPoolId(pool.id())
            .description(input.description())
            .precedence(input.precedence())
            .roleArn(input.roleArn())
            .creationDate(call.now())
            .lastModifiedDate(call.now())
            .build();
    return new CreateGroupResponse(directory.groups().create(pool, group));
  }
}
