package brume.iam.operation.group;

import brume.iam.data.Directory;
import brume.service.Operation;

/// All operations on groups.
public final class GroupOperations {
  private GroupOperations() {}

  public static Operation<?, ?>[] of(Directory directory) {
    return new Operation<?, ?>[] {
      new AddUserToGroup(directory),
      new AttachGroupPolicy(directory),
      new CreateGroup(directory),
      new DeleteGroup(directory),
      new DeleteGroupPolicy(directory),
      new DetachGroupPolicy(directory),
      new GetGroup(directory),
      new GetGroupPolicy(directory),
      new ListAttachedGroupPolicies(directory),
      new ListGroupPolicies(directory),
      new ListGroups(directory),
      new PutGroupPolicy(directory),
      new RemoveUserFromGroup(directory),
      new UpdateGroup(directory)
    };
  }
}
