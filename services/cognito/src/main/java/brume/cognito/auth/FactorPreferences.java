package brume.cognito.auth;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.cognito.data.Directory;
import brume.cognito.message.Medium;
import brume.cognito.message.Recipient;
import brume.cognito.pool.Pool;
import brume.cognito.user.SmsFactor;
import brume.cognito.user.Totp;
import brume.cognito.user.User;
import brume.model.cognitoidp.SMSMfaSettingsType;
import brume.model.cognitoidp.SoftwareTokenMfaSettingsType;
import brume.service.Call;
import org.jspecify.annotations.Nullable;

/// Which second factors users choose, and which of them they prefer.
public final class FactorPreferences {
  private final Directory directory;

  public FactorPreferences(Directory directory) {
    this.directory = directory;
  }

  /// What is null stays as it is, but that only one factor is preferred.
  public void set(
      Call call,
      Pool pool,
      String name,
      @Nullable SMSMfaSettingsType texts,
      @Nullable SoftwareTokenMfaSettingsType app) {
    boolean prefersTexts = texts != null && Boolean.TRUE.equals(texts.preferredMfa());
    boolean prefersApp = app != null && Boolean.TRUE.equals(app.preferredMfa());
    if (prefersTexts && prefersApp) {
      throw INVALID_PARAMETER_EXCEPTION.because("Only one MFA method can be preferred.");
    }
    var username = directory.users().get(pool, name).username();
    directory
        .users()
        .change(
            pool,
            username,
            (_, user) ->
                user.toBuilder()
                    .sms(
                        texts == null
                            ? new SmsFactor(
                                user.sms().enabled(), user.sms().preferred() && !prefersApp)
                            : sms(user, texts, prefersTexts))
                    .totp(
                        app == null
                            ? user.totp()
                                .set(
                                    user.totp().enabled(), user.totp().preferred() && !prefersTexts)
                            : app(user, app, prefersApp))
                    .modified(call.now())
                    .build());
  }

  private static SmsFactor sms(User user, SMSMfaSettingsType asked, boolean isPreferred) {
    boolean isEnabled = Boolean.TRUE.equals(asked.enabled());
    if (isEnabled && Recipient.verified(user, Medium.SMS) == null) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "User does not have delivery config set to turn on SMS_MFA");
    }
    return new SmsFactor(isEnabled, isPreferred);
  }

  private static Totp app(User user, SoftwareTokenMfaSettingsType asked, boolean isPreferred) {
    boolean isEnabled = Boolean.TRUE.equals(asked.enabled());
    if (isEnabled && !user.totp().verified()) {
      throw INVALID_PARAMETER_EXCEPTION.because("User has not verified software token mfa");
    }
    return user.totp().set(isEnabled, isPreferred);
  }
}
