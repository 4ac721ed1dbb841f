package brume.cognito.operation.mfa;

import brume.cognito.auth.AuthenticatorApps;
import brume.cognito.data.Directory;
import brume.cognito.request.Lacking;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AdminSetUserMFAPreferenceRequest;
import brume.model.cognitoidp.AdminSetUserMFAPreferenceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sets which second factors sign-ins of a user ask for.
final class AdminSetUserMFAPreference
    implements Operation<AdminSetUserMFAPreferenceRequest, AdminSetUserMFAPreferenceResponse> {
  private final Directory directory;
  private final AuthenticatorApps apps;

  AdminSetUserMFAPreference(Directory directory, AuthenticatorApps apps) {
    this.directory = directory;
    this.apps = apps;
  }

  @Override
  public Access access(Call call, AdminSetUserMFAPreferenceRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminSetUserMFAPreferenceResponse run(Call call, AdminSetUserMFAPreferenceRequest input) {
    var sms = input.smsMfaSettings();
    Lacking.refuseIf(
        sms != null && Boolean.TRUE.equals(sms.enabled()), "SMSMfaSettings: no SMS can be sent");
    Lacking.refuse("EmailMfaSettings", input.emailMfaSettings());
    Lacking.refuse("WebAuthnMfaSettings", input.webAuthnMfaSettings());
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    apps.prefer(call, pool, input.username(), input.softwareTokenMfaSettings());
    return new AdminSetUserMFAPreferenceResponse();
  }
}
