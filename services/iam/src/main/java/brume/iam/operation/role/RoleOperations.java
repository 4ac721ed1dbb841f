package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.service.Operation;

/// All operations on roles.
public final class RoleOperations {
  private RoleOperations() {}

  public static Operation<?, ?>[] of(Directory directory) {
    return new Operation<?, ?>[] {
      new AttachRolePolicy(directory),
      new CreateRole(directory),
      new DeleteRole(directory),
      new DeleteRolePermissionsBoundary(directory),
      new DeleteRolePolicy(directory),
      new DetachRolePolicy(directory),
      new GetRole(directory),
      new GetRolePolicy(directory),
      new ListAttachedRolePolicies(directory),
      new ListRolePolicies(directory),
      new ListRoleTags(directory),
      new ListRoles(directory),
      new PutRolePermissionsBoundary(directory),
      new PutRolePolicy(directory),
      new TagRole(directory),
      new UntagRole(directory),
      new UpdateAssumeRolePolicy(directory),
      new UpdateRole(directory),
      new UpdateRoleDescription(directory)
    };
  }
}
