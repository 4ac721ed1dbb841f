package brume.cognito.operation.mfa;

import brume.cognito.auth.FactorPreferences;
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
  private final FactorPreferences preferences;

  AdminSetUserMFAPreference(Directory directory, FactorPreferences preferences) {
    this.directory = directory;
    this.preferences = preferences;
  }

  @Override
  public Access access(Call call, AdminSetUserMFAPreferenceRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AdminSetUserMFAPreferenceResponse run(Call call, AdminSetUserMFAPreferenceRequest input) {
    Lacking.refuse("EmailMfaSettings", input.emailMfaSettings());
    Lacking.refuse("WebAuthnMfaSettings", input.webAuthnMfaSettings());
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    preferences.set(
        call, pool, input.username(), input.smsMfaSettings(), input.softwareTokenMfaSettings());
    return new AdminSetUserMFAPreferenceResponse();
  }
}
