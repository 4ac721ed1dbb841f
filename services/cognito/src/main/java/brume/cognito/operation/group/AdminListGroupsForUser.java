package brume.cognito.operation.group;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminListGroupsForUserRequest;
import brume.model.cognitoidp.AdminListGroupsForUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the groups of a user, the one that comes first first.
final class AdminListGroupsForUser
    implements Operation<AdminListGroupsForUserRequest, AdminListGroupsForUserResponse> {
  private final Directory directory;

  AdminListGroupsForUser(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AdminListGroupsForUserRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminListGroupsForUserResponse run(Call call, AdminListGroupsForUserRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var user = directory.users().get(pool, input.username());
    var page =
        Slice.of(directory.groups().of(pool, user.username()), input.nextToken(), input.limit());
    return new AdminListGroupsForUserResponse(page.items(), page.next());
  }
}
