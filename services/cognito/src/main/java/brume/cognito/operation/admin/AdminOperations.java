package brume.cognito.operation.admin;

import brume.cognito.account.Parts;
import brume.service.Operation;

/// The operations on users by those who may.
public final class AdminOperations {
  private AdminOperations() {}

  public static Operation<?, ?>[] all(Parts parts) {
    return new Operation<?, ?>[] {
      new AdminConfirmSignUp(parts.directory(), parts.confirmation()),
      new AdminCreateUser(parts.directory(), parts.invitation()),
      new AdminDeleteUser(parts.directory()),
      new AdminDeleteUserAttributes(parts.directory(), parts.changes()),
      new AdminDisableUser(parts.directory()),
      new AdminEnableUser(parts.directory()),
      new AdminGetUser(parts.directory()),
      new AdminResetUserPassword(parts.directory(), parts.recovery()),
      new AdminSetUserPassword(parts.directory(), parts.recovery()),
      new AdminUpdateUserAttributes(parts.directory(), parts.changes()),
      new AdminUserGlobalSignOut(parts.directory()),
      new ListUsers(parts.directory())
    };
  }
}
