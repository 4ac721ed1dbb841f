package brume.cognito.message;

import brume.cognito.pool.Pool;
import brume.model.cognitoidp.MessageTemplateType;
import org.jspecify.annotations.Nullable;

/// Why a user is written to, and what a pool says then unless it says otherwise.
///
/// Source: Amazon Cognito Developer Guide, "Custom message Lambda trigger" and "Configuring email
/// and phone verification messages".
public enum Occasion {
  SIGN_UP("SignUp"),
  RESEND_CODE("ResendCode"),
  FORGOT_PASSWORD("ForgotPassword"),
  UPDATE_USER_ATTRIBUTE("UpdateUserAttribute"),
  VERIFY_USER_ATTRIBUTE("VerifyUserAttribute"),
  ADMIN_CREATE_USER("AdminCreateUser");

  private final String title;

  Occasion(String title) {
    this.title = title;
  }

  /// As functions are told it.
  String source() {
    return "CustomMessage_" + title;
  }

  Message words(Pool pool) {
    if (this == ADMIN_CREATE_USER) {
      return invitation(pool);
    }
    var settings = pool.settings();
    var template = settings.verificationMessageTemplate();
    var subject =
        first(
            template == null ? null : template.emailSubject(), settings.emailVerificationSubject());
    var body =
        first(
            template == null ? null : template.emailMessage(), settings.emailVerificationMessage());
    return new Message(
        subject == null ? "Your verification code" : subject,
        body == null ? "Your confirmation code is " + Message.CODE : body);
  }

  private static Message invitation(Pool pool) {
    var config = pool.settings().adminCreateUserConfig();
    MessageTemplateType template = config == null ? null : config.inviteMessageTemplate();
    var subject = template == null ? null : template.emailSubject();
    var body = template == null ? null : template.emailMessage();
    return new Message(
        subject == null ? "Your temporary password" : subject,
        body == null
            ? "Your username is " + Message.USERNAME + " and temporary password is " + Message.CODE
            : body);
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }
}
