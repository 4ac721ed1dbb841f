package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.service.Operation;

/// All operations on users.
public final class UserOperations {
  private UserOperations() {}

  public static Operation<?, ?>[] of(Directory directory) {
    return new Operation<?, ?>[] {
      new AttachUserPolicy(directory),
      new CreateUser(directory),
      new DeleteUser(directory),
      new DeleteUserPermissionsBoundary(directory),
      new DeleteUserPolicy(directory),
      new DetachUserPolicy(directory),
      new GetUser(directory),
      new GetUserPolicy(directory),
      new ListAttachedUserPolicies(directory),
      new ListGroupsForUser(directory),
      new ListUserPolicies(directory),
      new ListUserTags(directory),
      new ListUsers(directory),
      new PutUserPermissionsBoundary(directory),
      new PutUserPolicy(directory),
      new TagUser(directory),
      new UntagUser(directory),
      new UpdateUser(directory)
    };
  }
}
