package brume.cognito.operation.mfa;

import brume.cognito.account.Parts;
import brume.service.Operation;

/// The operations on second factors.
public final class MfaOperations {
  private MfaOperations() {}

  public static Operation<?, ?>[] all(Parts parts) {
    return new Operation<?, ?>[] {
      new AdminSetUserMFAPreference(parts.directory(), parts.apps()),
      new AssociateSoftwareToken(parts.accessTokens(), parts.apps()),
      new GetUserPoolMfaConfig(parts.directory()),
      new SetUserMFAPreference(parts.accessTokens(), parts.apps()),
      new SetUserPoolMfaConfig(parts.directory()),
      new VerifySoftwareToken(parts.accessTokens(), parts.apps())
    };
  }
}
