package brume.cognito.operation.group;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.GetGroupRequest;
import brume.model.cognitoidp.GetGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows a group.
final class GetGroup implements Operation<GetGroupRequest, GetGroupResponse> {
  private final Directory directory;

  GetGroup(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetGroupRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public GetGroupResponse run(Call call, GetGroupRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    return new GetGroupResponse(directory.groups().get(pool, input.groupName()));
  }
}
