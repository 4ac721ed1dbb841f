package brume.cognito.operation.mfa;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.pool.Pool;
import brume.cognito.request.Lacking;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.SetUserPoolMfaConfigRequest;
import brume.model.cognitoidp.SetUserPoolMfaConfigResponse;
import brume.model.cognitoidp.SmsMfaConfigType;
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
    var access = PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
    var texts = input.smsMfaConfiguration();
    return PoolAccess.passing(access, texts == null ? null : texts.smsConfiguration());
  }

  @Override
  public SetUserPoolMfaConfigResponse run(Call call, SetUserPoolMfaConfigRequest input) {
    Lacking.refuse("EmailMfaConfiguration", input.emailMfaConfiguration());
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
    var texts =
        input.smsMfaConfiguration() == null
            ? before.smsMfaConfiguration()
            : texts(pool, input.smsMfaConfiguration());
    if (!mode.equals("OFF") && !offersApps && texts == null) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Invalid MFA configuration given, can't turn on MFA without at least one factor.");
    }
    var apps = new SoftwareTokenMfaConfigType(offersApps);
    directory.mfa().set(pool, mode, apps, texts, call.now());
    return SetUserPoolMfaConfigResponse.builder()
        .mfaConfiguration(mode)
        .softwareTokenMfaConfiguration(apps)
        .smsMfaConfiguration(texts)
        .build();
  }

  /// With what the pool has already in place of what is not named.
  private static SmsMfaConfigType texts(Pool pool, SmsMfaConfigType asked) {
    var settings = pool.settings();
    var role =
        asked.smsConfiguration() == null ? settings.smsConfiguration() : asked.smsConfiguration();
    if (role == null) {
      throw INVALID_PARAMETER_EXCEPTION.because("SMS configuration is required for SMS MFA");
    }
    var message = asked.smsAuthenticationMessage();
    return new SmsMfaConfigType(
        message == null ? settings.smsAuthenticationMessage() : message, role);
  }
}
