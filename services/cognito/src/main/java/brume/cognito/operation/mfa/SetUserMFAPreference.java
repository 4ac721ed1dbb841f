package brume.cognito.operation.mfa;

import brume.cognito.auth.AuthenticatorApps;
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
  private final AuthenticatorApps apps;

  SetUserMFAPreference(AccessTokens tokens, AuthenticatorApps apps) {
    this.tokens = tokens;
    this.apps = apps;
  }

  @Override
  public Access access(Call call, SetUserMFAPreferenceRequest input) {
    return PoolAccess.ANYBODY;
  }

  @Override
  public SetUserMFAPreferenceResponse run(Call call, SetUserMFAPreferenceRequest input) {
    var sms = input.smsMfaSettings();
    Lacking.refuseIf(
        sms != null && Boolean.TRUE.equals(sms.enabled()), "SMSMfaSettings: no SMS can be sent");
    Lacking.refuse("EmailMfaSettings", input.emailMfaSettings());
    Lacking.refuse("WebAuthnMfaSettings", input.webAuthnMfaSettings());
    var bearer = tokens.owner(call, input.accessToken());
    apps.prefer(call, bearer.pool(), bearer.user().username(), input.softwareTokenMfaSettings());
    return new SetUserMFAPreferenceResponse();
  }
}
