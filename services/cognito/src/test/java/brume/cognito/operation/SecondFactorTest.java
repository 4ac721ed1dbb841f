package brume.cognito.operation;

import static brume.model.cognitoidp.CognitoIdentityProviderError.CODE_MISMATCH_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.EXPIRED_CODE_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import brume.cognito.Given;
import brume.cognito.Phone;
import brume.cognito.Refused;
import brume.identity.login.OneTimeCodes;
import brume.model.cognitoidp.AdminGetUserRequest;
import brume.model.cognitoidp.AssociateSoftwareTokenRequest;
import brume.model.cognitoidp.AttributeType;
import brume.model.cognitoidp.AuthenticationResultType;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.CreateUserPoolRequest;
import brume.model.cognitoidp.GetUserPoolMfaConfigRequest;
import brume.model.cognitoidp.InitiateAuthResponse;
import brume.model.cognitoidp.RespondToAuthChallengeRequest;
import brume.model.cognitoidp.RespondToAuthChallengeResponse;
import brume.model.cognitoidp.SMSMfaSettingsType;
import brume.model.cognitoidp.SetUserMFAPreferenceRequest;
import brume.model.cognitoidp.SetUserPoolMfaConfigRequest;
import brume.model.cognitoidp.SignUpRequest;
import brume.model.cognitoidp.SmsMfaConfigType;
import brume.model.cognitoidp.SoftwareTokenMfaConfigType;
import brume.model.cognitoidp.SoftwareTokenMfaSettingsType;
import brume.model.cognitoidp.UserPoolClientType;
import brume.model.cognitoidp.UserPoolType;
import brume.model.cognitoidp.VerifySoftwareTokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sign-ins that ask for a code by text, or let the user choose.
class SecondFactorTest {
  private final Given given = new Given();
  private final Phone phone = new Phone(given);
  private final UserPoolType pool =
      given.pool(
          CreateUserPoolRequest.builder()
              .autoVerifiedAttributes(List.of("phone_number"))
              .smsConfiguration(Phone.TEXTS)
              .smsAuthenticationMessage("Sign in with {####}."));
  private final UserPoolClientType client = given.client(pool);

  @BeforeEach
  void signUp() {
    given.call(
        CognitoIdentityProviderModel.SIGN_UP,
        SignUpRequest.builder()
            .clientId(client.clientId())
            .username("ada")
            .password(Given.PASSWORD)
            .userAttributes(List.of(new AttributeType("phone_number", "+12065550123")))
            .build());
    given.confirm(client, "ada", phone.code());
  }

  private void ask(String mode, boolean apps) {
    given.call(
        CognitoIdentityProviderModel.SET_USER_POOL_MFA_CONFIG,
        SetUserPoolMfaConfigRequest.builder()
            .userPoolId(pool.id())
            .mfaConfiguration(mode)
            .smsMfaConfiguration(new SmsMfaConfigType(null, null))
            .softwareTokenMfaConfiguration(new SoftwareTokenMfaConfigType(apps))
            .build());
  }

  private InitiateAuthResponse begin() {
    return given.begin(
        client, "USER_PASSWORD_AUTH", Map.of("USERNAME", "ada", "PASSWORD", Given.PASSWORD));
  }

  private RespondToAuthChallengeResponse respond(
      String challenge, String session, String name, String value) {
    return given.call(
        CognitoIdentityProviderModel.RESPOND_TO_AUTH_CHALLENGE,
        RespondToAuthChallengeRequest.builder()
            .clientId(client.clientId())
            .challengeName(challenge)
            .session(session)
            .challengeResponses(Map.of("USERNAME", "ada", name, value))
            .build());
  }

  private AuthenticationResultType byText(String session, String code) {
    return respond("SMS_MFA", session, "SMS_MFA_CODE", code).authenticationResult();
  }

  private void prefer(String token, SMSMfaSettingsType texts, SoftwareTokenMfaSettingsType app) {
    given.call(
        CognitoIdentityProviderModel.SET_USER_MFA_PREFERENCE,
        SetUserMFAPreferenceRequest.builder()
            .accessToken(token)
            .smsMfaSettings(texts)
            .softwareTokenMfaSettings(app)
            .build());
  }

  @Test
  void asksWhoeverHasAPhoneForTheCodeThatWasSentToIt() {
    ask("ON", false);
    var config =
        given.call(
            CognitoIdentityProviderModel.GET_USER_POOL_MFA_CONFIG,
            new GetUserPoolMfaConfigRequest(pool.id()));
    assertThat(config.smsMfaConfiguration().smsConfiguration()).isEqualTo(Phone.TEXTS);

    var challenge = begin();
    assertThat(challenge.challengeName()).isEqualTo("SMS_MFA");
    assertThat(challenge.challengeParameters())
        .containsEntry("CODE_DELIVERY_DELIVERY_MEDIUM", "SMS")
        .containsEntry("CODE_DELIVERY_DESTINATION", "+*******0123");
    var code = phone.code();
    assertThat(phone.text()).isEqualTo("Sign in with " + code + ".");
    var wrong = code.equals("000000") ? "000001" : "000000";
    Refused.with(
        CODE_MISMATCH_EXCEPTION,
        "Invalid code or auth state for the user.",
        () -> byText(challenge.session(), wrong));
    assertThat(byText(challenge.session(), code)).isNotNull();
    Refused.with(EXPIRED_CODE_EXCEPTION, null, () -> byText(challenge.session(), code));
  }

  @Test
  void takesNoCodeAfterItsSession() {
    ask("ON", false);
    var challenge = begin();
    var code = phone.code();
    given.local.clock.advance(Duration.ofMinutes(4));
    Refused.with(NOT_AUTHORIZED_EXCEPTION, null, () -> byText(challenge.session(), code));
  }

  @Test
  void asksNobodyWhoDidNotChooseWhereItIsOptional() {
    ask("OPTIONAL", true);
    var token = begin().authenticationResult().accessToken();
    prefer(token, new SMSMfaSettingsType(true, true), null);
    assertThat(begin().challengeName()).isEqualTo("SMS_MFA");
    var user =
        given.call(
            CognitoIdentityProviderModel.ADMIN_GET_USER, new AdminGetUserRequest(pool.id(), "ada"));
    assertThat(user.userMfaSettingList()).containsExactly("SMS_MFA");
    assertThat(user.preferredMfaSetting()).isEqualTo("SMS_MFA");
    prefer(token, new SMSMfaSettingsType(false, false), null);
    assertThat(begin().authenticationResult()).isNotNull();
  }

  @Test
  void letsTheUserChooseAmongSeveral() {
    ask("OPTIONAL", true);
    var token = begin().authenticationResult().accessToken();
    var key =
        given
            .call(
                CognitoIdentityProviderModel.ASSOCIATE_SOFTWARE_TOKEN,
                new AssociateSoftwareTokenRequest(token, null))
            .secretCode();
    given.call(
        CognitoIdentityProviderModel.VERIFY_SOFTWARE_TOKEN,
        VerifySoftwareTokenRequest.builder().accessToken(token).userCode(appCode(key)).build());
    prefer(
        token, new SMSMfaSettingsType(true, false), new SoftwareTokenMfaSettingsType(true, false));

    var choice = begin();
    assertThat(choice.challengeName()).isEqualTo("SELECT_MFA_TYPE");
    assertThat(choice.challengeParameters())
        .containsEntry("MFAS_CAN_CHOOSE", "[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\"]");
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        null,
        () -> respond("SELECT_MFA_TYPE", choice.session(), "ANSWER", "EMAIL_OTP"));
    var text = respond("SELECT_MFA_TYPE", choice.session(), "ANSWER", "SMS_MFA");
    assertThat(text.challengeName()).isEqualTo("SMS_MFA");
    assertThat(byText(text.session(), phone.code())).isNotNull();

    prefer(token, null, new SoftwareTokenMfaSettingsType(true, true));
    given.local.clock.advance(Duration.ofMinutes(1));
    var app = begin();
    assertThat(app.challengeName()).isEqualTo("SOFTWARE_TOKEN_MFA");
    var signedIn =
        respond("SOFTWARE_TOKEN_MFA", app.session(), "SOFTWARE_TOKEN_MFA_CODE", appCode(key));
    assertThat(signedIn.authenticationResult()).isNotNull();
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        "Only one MFA method can be preferred.",
        () ->
            prefer(
                token,
                new SMSMfaSettingsType(true, true),
                new SoftwareTokenMfaSettingsType(true, true)));
  }

  private String appCode(String key) {
    return OneTimeCodes.code(key, OneTimeCodes.step(given.local.clock.instant()));
  }
}
