package brume.cognito.operation.signin;

import brume.cognito.account.Parts;
import brume.service.Operation;

/// The operations by which users sign in.
public final class SignInOperations {
  private SignInOperations() {}

  public static Operation<?, ?>[] all(Parts parts) {
    return new Operation<?, ?>[] {
      new AdminInitiateAuth(parts.directory(), parts.signIn()),
      new AdminRespondToAuthChallenge(parts.directory(), parts.signIn()),
      new GetTokensFromRefreshToken(parts.directory(), parts.refresh()),
      new InitiateAuth(parts.directory(), parts.signIn()),
      new RespondToAuthChallenge(parts.directory(), parts.signIn()),
      new RevokeToken(parts.directory(), parts.tokens())
    };
  }
}
