package brume.cognito.operation.mfa;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.request.Lacking;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.SetUserPoolMfaConfigRequest;
import brume.model.cognitoidp.SetUserPoolMfaConfigResponse;
import brume.model.cognitoidp.SoftwareTokenMfaConfigType;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sets which second factors a pool offers or asks for.
final class SetUserPoolMfaConfig
    implements Operation<SetUserPoolMfaConfigRequest, SetUserPoolMfaConfigResponse> {
  private final Directory directory;

  SetUserPoolMfaConfig(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, SetUserPoolMfaConfigRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public SetUserPoolMfaConfigResponse run(Call call, SetUserPoolMfaConfigRequest input) {
    Lacking.refuse("EmailMfaConfiguration", input.emailMfaConfiguration());
    Lacking.refuse("SmsMfaConfiguration: no SMS can be sent", input.smsMfaConfiguration());
    Lacking.refuse("WebAuthnConfiguration", input.webAuthnConfiguration());
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var before = directory.mfa().get(pool);
    var mode =
        input.mfaConfiguration() == null
            ? String.valueOf(before.mfaConfiguration())
            : input.mfaConfiguration();
    var asked = input.softwareTokenMfaConfiguration();
    boolean offersApps =
        asked == null ? directory.mfa().offersApps(pool) : Boolean.TRUE.equals(asked.enabled());
    if (!mode.equals("OFF") && !offersApps) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Invalid MFA configuration given, can't turn on MFA without at least one factor.");
    }
    var apps = new SoftwareTokenMfaConfigType(offersApps);
    directory.mfa().set(pool, mode, apps, call.now());
    return SetUserPoolMfaConfigResponse.builder()
        .mfaConfiguration(mode)
        .softwareTokenMfaConfiguration(apps)
        .build();
  }
}
