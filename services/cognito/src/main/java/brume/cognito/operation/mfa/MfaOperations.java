package brume.cognito.operation.mfa;

import brume.cognito.account.Parts;
import brume.cognito.auth.FactorPreferences;
import brume.service.Operation;

/// The operations on second factors.
public final class MfaOperations {
  private MfaOperations() {}

  public static Operation<?, ?>[] all(Parts parts) {
    var preferences = new FactorPreferences(parts.directory());
    return new Operation<?, ?>[] {
      new AdminSetUserMFAPreference(parts.directory(), preferences),
      new AssociateSoftwareToken(parts.accessTokens(), parts.apps()),
      new GetUserPoolMfaConfig(parts.directory()),
      new SetUserMFAPreference(parts.accessTokens(), preferences),
      new SetUserPoolMfaConfig(parts.directory()),
      new VerifySoftwareToken(parts.accessTokens(), parts.apps())
    };
  }
}
