package brume.cognito.operation.mfa;

import brume.cognito.auth.FactorPreferences;
import brume.cognito.request.Lacking;
import brume.cognito.request.PoolAccess;
import brume.cognito.token.AccessTokens;
import brume.model.cognitoidp.SetUserMFAPreferenceRequest;
import brume.model.cognitoidp.SetUserMFAPreferenceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sets which second factors sign-ins of whoever holds the access token ask for.
final class SetUserMFAPreference
    implements Operation<SetUserMFAPreferenceRequest, SetUserMFAPreferenceResponse> {
  private final AccessTokens tokens;
  private final FactorPreferences preferences;

  SetUserMFAPreference(AccessTokens tokens, FactorPreferences preferences) {
    this.tokens = tokens;
    this.preferences = preferences;
  }

  @Override
  public Access access(Call call, SetUserMFAPreferenceRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public SetUserMFAPreferenceResponse run(Call call, SetUserMFAPreferenceRequest input) {
    Lacking.refuse("EmailMfaSettings", input.emailMfaSettings());
    Lacking.refuse("WebAuthnMfaSettings", input.webAuthnMfaSettings());
    var bearer = tokens.owner(call, input.accessToken());
    preferences.set(
        call,
        bearer.pool(),
        bearer.user().username(),
        input.smsMfaSettings(),
        input.softwareTokenMfaSettings());
    return new SetUserMFAPreferenceResponse();
  }
}
