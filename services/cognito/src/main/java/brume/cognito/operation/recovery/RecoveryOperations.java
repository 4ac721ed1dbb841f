package brume.cognito.operation.recovery;

import brume.cognito.account.Parts;
import brume.service.Operation;

/// The operations of users who forgot their password.
public final class RecoveryOperations {
  private RecoveryOperations() {}

  public static Operation<?, ?>[] all(Parts parts) {
    return new Operation<?, ?>[] {
      new ChangePassword(parts.accessTokens(), parts.recovery()),
      new ConfirmForgotPassword(parts.directory(), parts.recovery()),
      new ForgotPassword(parts.directory(), parts.recovery())
    };
  }
}
