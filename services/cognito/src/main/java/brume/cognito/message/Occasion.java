package brume.cognito.message;

import brume.cognito.pool.Pool;
import brume.model.cognitoidp.MessageTemplateType;
import brume.model.cognitoidp.VerificationMessageTemplateType;
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
  ADMIN_CREATE_USER("AdminCreateUser"),
  AUTHENTICATION("Authentication");

  private final String title;

  Occasion(String title) {
    this.title = title;
  }

  /// As functions are told it.
  String source() {
    return "CustomMessage_" + title;
  }

  Message words(Pool pool, Recipient to) {
    return switch (to.medium()) {
      case EMAIL -> mail(pool, to);
      case SMS -> new Message(to, "", text(pool));
    };
  }

  private Message mail(Pool pool, Recipient to) {
    if (this == ADMIN_CREATE_USER) {
      var invitation = invitation(pool);
      return new Message(
          to,
          orElse(invitation.emailSubject(), "Your temporary password"),
          orElse(
              invitation.emailMessage(),
              "Your username is "
                  + Message.USERNAME
                  + " and temporary password is "
                  + Message.CODE));
    }
    var settings = pool.settings();
    var template = template(pool);
    return new Message(
        to,
        orElse(
            template.emailSubject(),
            orElse(settings.emailVerificationSubject(), "Your verification code")),
        orElse(
            template.emailMessage(),
            orElse(
                settings.emailVerificationMessage(), "Your confirmation code is " + Message.CODE)));
  }

  private String text(Pool pool) {
    var settings = pool.settings();
    return switch (this) {
      case ADMIN_CREATE_USER ->
          orElse(
              invitation(pool).smsMessage(),
              "Your username is "
                  + Message.USERNAME
                  + " and temporary password is "
                  + Message.CODE);
      case AUTHENTICATION ->
          orElse(
              settings.smsAuthenticationMessage(), "Your authentication code is " + Message.CODE);
      default ->
          orElse(
              template(pool).smsMessage(),
              orElse(
                  settings.smsVerificationMessage(), "Your verification code is " + Message.CODE));
    };
  }

  private static MessageTemplateType invitation(Pool pool) {
    var config = pool.settings().adminCreateUserConfig();
    var template = config == null ? null : config.inviteMessageTemplate();
    return template == null ? MessageTemplateType.builder().build() : template;
  }

  private static VerificationMessageTemplateType template(Pool pool) {
    var template = pool.settings().verificationMessageTemplate();
    return template == null ? VerificationMessageTemplateType.builder().build() : template;
  }

  private static String orElse(@Nullable String asked, String otherwise) {
    return asked == null ? otherwise : asked;
  }
}
