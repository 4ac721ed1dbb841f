package brume.cognito.operation.group;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.cognito.request.UserAttributes;
import brume.model.cognitoidp.ListUsersInGroupRequest;
import brume.model.cognitoidp.ListUsersInGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Lists the members of a group.
final class ListUsersInGroup
    implements Operation<ListUsersInGroupRequest, ListUsersInGroupResponse> {
  private final Directory directory;

  ListUsersInGroup(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListUsersInGroupRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public ListUsersInGroupResponse run(Call call, ListUsersInGroupRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var names = directory.groups().membersOf(pool, input.groupName());
    var page = Slice.of(names, input.nextToken(), input.limit());
    var users =
        page.items().stream()
            .map(name -> directory.users().find(pool, name))
            .filter(Objects::nonNull)
            .map(user -> UserAttributes.shown(Objects.requireNonNull(user)))
            .toList();
    return new ListUsersInGroupResponse(page.next(), users);
  }
}
