package brume.cognito.operation.group;

import brume.cognito.account.Parts;
import brume.service.Operation;

/// The operations on groups.
public final class GroupOperations {
  private GroupOperations() {}

  public static Operation<?, ?>[] all(Parts parts) {
    return new Operation<?, ?>[] {
      new AdminAddUserToGroup(parts.directory()),
      new AdminListGroupsForUser(parts.directory()),
      new AdminRemoveUserFromGroup(parts.directory()),
      new CreateGroup(parts.directory()),
      new DeleteGroup(parts.directory()),
      new GetGroup(parts.directory()),
      new ListGroups(parts.directory()),
      new ListUsersInGroup(parts.directory()),
      new UpdateGroup(parts.directory())
    };
  }
}
