package brume.cognito.operation.profile;

import brume.cognito.account.Parts;
import brume.service.Operation;

/// The operations of users on themselves.
public final class ProfileOperations {
  private ProfileOperations() {}

  public static Operation<?, ?>[] all(Parts parts) {
    return new Operation<?, ?>[] {
      new DeleteUser(parts.directory(), parts.accessTokens()),
      new DeleteUserAttributes(parts.accessTokens(), parts.changes()),
      new GetUser(parts.accessTokens()),
      new GetUserAttributeVerificationCode(parts.accessTokens(), parts.changes()),
      new GlobalSignOut(parts.directory(), parts.accessTokens()),
      new UpdateUserAttributes(parts.accessTokens(), parts.changes()),
      new VerifyUserAttribute(parts.accessTokens(), parts.changes())
    };
  }
}
