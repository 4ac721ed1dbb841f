package brume.cognito.operation.signup;

import brume.cognito.account.Parts;
import brume.service.Operation;

/// The operations by which users sign up.
public final class SignUpOperations {
  private SignUpOperations() {}

  public static Operation<?, ?>[] all(Parts parts) {
    return new Operation<?, ?>[] {
      new ConfirmSignUp(parts.directory(), parts.confirmation()),
      new ResendConfirmationCode(parts.directory(), parts.confirmation()),
      new SignUp(parts.directory(), parts.registration())
    };
  }
}
