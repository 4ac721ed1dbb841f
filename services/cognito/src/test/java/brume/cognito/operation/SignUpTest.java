package brume.cognito.operation;

import static brume.model.cognitoidp.CognitoIdentityProviderError.ALIAS_EXISTS_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.CODE_MISMATCH_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.EXPIRED_CODE_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PASSWORD_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USERNAME_EXISTS_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USER_NOT_CONFIRMED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USER_NOT_FOUND_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import brume.cognito.Given;
import brume.cognito.Refused;
import brume.model.cognitoidp.AdminCreateUserConfigType;
import brume.model.cognitoidp.AttributeType;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.CreateUserPoolRequest;
import brume.model.cognitoidp.GetUserRequest;
import brume.model.cognitoidp.ResendConfirmationCodeRequest;
import brume.model.cognitoidp.SignUpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignUpTest {
  private final Given given = new Given();

  @Test
  void leadsToSignInByACodeInAMail() {
    var client = given.client(given.pool());
    var signedUp = given.signUp(client, "ada");
    assertThat(signedUp.userConfirmed()).isFalse();
    assertThat(signedUp.codeDeliveryDetails().destination()).isEqualTo("a***@e***");

    var code = given.code();
    var mail = given.mails.getFirst();
    assertThat(mail.source()).isEqualTo("no-reply@verificationemail.com");
    assertThat(mail.destination().toAddresses()).containsExactly("ada@example.com");
    assertThat(mail.message().subject().data()).isEqualTo("Your verification code");
    Refused.with(
        USER_NOT_CONFIRMED_EXCEPTION, "User is not confirmed.", () -> given.signIn(client, "ada"));

    given.confirm(client, "ada", code);
    var tokens = given.signIn(client, "ada");
    var user =
        given.call(CognitoIdentityProviderModel.GET_USER, new GetUserRequest(tokens.accessToken()));
    assertThat(user.username()).isEqualTo("ada");
    assertThat(user.userAttributes())
        .contains(
            new AttributeType("sub", signedUp.userSub()),
            new AttributeType("email", "ada@example.com"),
            new AttributeType("email_verified", "true"));
  }

  @Test
  void takesEachNameOnce() {
    var client = given.client(given.pool());
    given.user(client, "ada");
    Refused.with(
        USERNAME_EXISTS_EXCEPTION, "User already exists", () -> given.signUp(client, "ada"));
  }

  @Test
  void refusesWrongCodesAndTooManyOfThem() {
    var client = given.client(given.pool());
    given.signUp(client, "ada");
    var code = given.code();
    var wrong = code.equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      Refused.with(
          CODE_MISMATCH_EXCEPTION,
          "Invalid verification code provided, please try again.",
          () -> given.confirm(client, "ada", wrong));
    }
    Refused.with(
        LIMIT_EXCEEDED_EXCEPTION,
        "Attempt limit exceeded, please try after some time.",
        () -> given.confirm(client, "ada", code));
  }

  @Test
  void sendsAnotherCodeInPlaceOfTheLast() {
    var client = given.client(given.pool());
    given.signUp(client, "ada");
    var first = given.code();
    var resend =
        ResendConfirmationCodeRequest.builder().clientId(client.clientId()).username("ada").build();
    given.call(CognitoIdentityProviderModel.RESEND_CONFIRMATION_CODE, resend);
    var second = given.code();
    assertThat(second).isNotEqualTo(first);
    Refused.with(CODE_MISMATCH_EXCEPTION, null, () -> given.confirm(client, "ada", first));
    given.confirm(client, "ada", second);
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        "User is already confirmed.",
        () -> given.call(CognitoIdentityProviderModel.RESEND_CONFIRMATION_CODE, resend));
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "User cannot be confirmed. Current status is CONFIRMED",
        () -> given.confirm(client, "ada", second));
  }

  @Test
  void codesExpire() {
    var client = given.client(given.pool());
    given.signUp(client, "ada");
    var code = given.code();
    given.local.clock.advance(Duration.ofHours(24));
    Refused.with(
        EXPIRED_CODE_EXCEPTION,
        "Invalid code provided, please request a code again.",
        () -> given.confirm(client, "ada", code));
  }

  @Test
  void asksForGoodPasswords() {
    var client = given.client(given.pool());
    refusesPassword(client.clientId(), "Short-1", "Password not long enough");
    refusesPassword(client.clientId(), "lower-case-1", "Password must have uppercase characters");
    refusesPassword(client.clientId(), "UPPER-CASE-1", "Password must have lowercase characters");
    refusesPassword(client.clientId(), "No-Numbers", "Password must have numeric characters");
    refusesPassword(client.clientId(), "NoSymbols1", "Password must have symbol characters");
  }

  @Test
  void callsInvalidWhatItsModelForbids() {
    var client = given.client(given.pool());
    Refused.with(INVALID_PARAMETER_EXCEPTION, null, () -> given.signUp(client, "two words"));
  }

  private void refusesPassword(String clientId, String password, String rule) {
    var request =
        SignUpRequest.builder().clientId(clientId).username("ada").password(password).build();
    Refused.with(
        INVALID_PASSWORD_EXCEPTION,
        "Password did not conform with policy: " + rule,
        () -> given.call(CognitoIdentityProviderModel.SIGN_UP, request));
  }

  @Test
  void isForAdminsOnlyWhereThePoolSaysSo() {
    var config = AdminCreateUserConfigType.builder().allowAdminCreateUserOnly(true).build();
    var client =
        given.client(given.pool(CreateUserPoolRequest.builder().adminCreateUserConfig(config)));
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "SignUp is not permitted for this user pool",
        () -> given.signUp(client, "ada"));
  }

  @Test
  void callsUsersByTheirAddressWhereThePoolSaysSo() {
    var pool =
        given.pool(
            CreateUserPoolRequest.builder()
                .autoVerifiedAttributes(List.of("email"))
                .usernameAttributes(List.of("email")));
    var client = given.client(pool);
    var request =
        SignUpRequest.builder()
            .clientId(client.clientId())
            .username("ada@example.com")
            .password(Given.PASSWORD)
            .build();
    var signedUp = given.call(CognitoIdentityProviderModel.SIGN_UP, request);
    given.confirm(client, "ada@example.com", given.code());

    var token = given.signIn(client, "ada@example.com").idToken();
    assertThat(Given.claim(token, "cognito:username")).isEqualTo(signedUp.userSub());
    assertThat(Given.claim(token, "email")).isEqualTo("ada@example.com");
    Refused.with(
        USERNAME_EXISTS_EXCEPTION,
        "An account with the given email already exists.",
        () -> given.call(CognitoIdentityProviderModel.SIGN_UP, request));
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        "Username should be an email.",
        () -> given.signUp(client, "ada"));
  }

  @Test
  void findsUsersByVerifiedAddressesWhereThePoolSaysSo() {
    var pool =
        given.pool(
            CreateUserPoolRequest.builder()
                .autoVerifiedAttributes(List.of("email"))
                .aliasAttributes(List.of("email")));
    var client = given.client(pool);
    given.signUp(client, "ada");
    Refused.with(USER_NOT_FOUND_EXCEPTION, null, () -> given.signIn(client, "ada@example.com"));
    given.confirm(client, "ada", given.code());
    var token = given.signIn(client, "ada@example.com").idToken();
    assertThat(Given.claim(token, "cognito:username")).isEqualTo("ada");

    var twin =
        SignUpRequest.builder()
            .clientId(client.clientId())
            .username("twin")
            .password(Given.PASSWORD)
            .userAttributes(List.of(new AttributeType("email", "ada@example.com")))
            .build();
    given.call(CognitoIdentityProviderModel.SIGN_UP, twin);
    Refused.with(
        ALIAS_EXISTS_EXCEPTION,
        "An account with the given email already exists.",
        () -> given.confirm(client, "twin", given.code()));
  }
}
