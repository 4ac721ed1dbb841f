package brume.cognito.operation.profile;

import brume.cognito.account.Parts;
import brume.service.Operation;

/// The operations of users on themselves.
public final class ProfileOperations {
  private ProfileOperations() {}

  public static Operation<?, ?>[] all(Parts parts) {
    return new Operation<?, ?>[] {
      new GetUser(parts.accessTokens()), new GlobalSignOut(parts.directory(), parts.accessTokens())
    };
  }
}
