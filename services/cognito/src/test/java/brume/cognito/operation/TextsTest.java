package brume.cognito.operation;

import static brume.model.cognitoidp.CognitoIdentityProviderError.CODE_DELIVERY_FAILURE_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import brume.cognito.Given;
import brume.cognito.Phone;
import brume.cognito.Refused;
import brume.model.cognitoidp.AccountRecoverySettingType;
import brume.model.cognitoidp.AdminCreateUserRequest;
import brume.model.cognitoidp.AdminGetUserRequest;
import brume.model.cognitoidp.AdminUpdateUserAttributesRequest;
import brume.model.cognitoidp.AttributeType;
import brume.model.cognitoidp.CodeDeliveryDetailsType;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.ConfirmForgotPasswordRequest;
import brume.model.cognitoidp.CreateUserPoolRequest;
import brume.model.cognitoidp.ForgotPasswordRequest;
import brume.model.cognitoidp.GetUserAttributeVerificationCodeRequest;
import brume.model.cognitoidp.RecoveryOptionType;
import brume.model.cognitoidp.ResendConfirmationCodeRequest;
import brume.model.cognitoidp.SignUpRequest;
import brume.model.cognitoidp.SignUpResponse;
import brume.model.cognitoidp.UpdateUserAttributesRequest;
import brume.model.cognitoidp.UserPoolClientType;
import brume.model.cognitoidp.UserPoolType;
import brume.model.cognitoidp.VerifyUserAttributeRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Codes and invitations that go to phones.
class TextsTest {
  private static final String NUMBER = "+12065550123";
  private static final CodeDeliveryDetailsType TO_PHONE =
      new CodeDeliveryDetailsType("phone_number", "SMS", "+*******0123");
  private static final CodeDeliveryDetailsType TO_MAIL =
      new CodeDeliveryDetailsType("email", "EMAIL", "a***@e***");

  private final Given given = new Given();
  private final Phone phone = new Phone(given);

  private static CreateUserPoolRequest.Builder verifyingBoth() {
    return CreateUserPoolRequest.builder()
        .autoVerifiedAttributes(List.of("email", "phone_number"))
        .smsConfiguration(Phone.TEXTS);
  }

  private SignUpResponse signUp(UserPoolClientType client) {
    return given.call(
        CognitoIdentityProviderModel.SIGN_UP,
        SignUpRequest.builder()
            .clientId(client.clientId())
            .username("ada")
            .password(Given.PASSWORD)
            .userAttributes(
                List.of(
                    new AttributeType("email", "ada@example.com"),
                    new AttributeType("phone_number", NUMBER)))
            .build());
  }

  private List<AttributeType> attributes(UserPoolType pool) {
    return given
        .call(
            CognitoIdentityProviderModel.ADMIN_GET_USER, new AdminGetUserRequest(pool.id(), "ada"))
        .userAttributes();
  }

  private void verifyByAdmin(UserPoolType pool, String attribute) {
    given.call(
        CognitoIdentityProviderModel.ADMIN_UPDATE_USER_ATTRIBUTES,
        AdminUpdateUserAttributesRequest.builder()
            .userPoolId(pool.id())
            .username("ada")
            .userAttributes(List.of(new AttributeType(attribute + "_verified", "true")))
            .build());
  }

  @Test
  void confirmAPhoneBeforeAMailAddress() {
    var pool = given.pool(verifyingBoth().smsVerificationMessage("Here is {####}."));
    var client = given.client(pool);
    assertThat(signUp(client).codeDeliveryDetails()).isEqualTo(TO_PHONE);

    var first = phone.code();
    assertThat(phone.text()).isEqualTo("Here is " + first + ".");
    assertThat(phone.texts.getLast().phoneNumber()).isEqualTo(NUMBER);
    var again =
        given.call(
            CognitoIdentityProviderModel.RESEND_CONFIRMATION_CODE,
            ResendConfirmationCodeRequest.builder()
                .clientId(client.clientId())
                .username("ada")
                .build());
    assertThat(again.codeDeliveryDetails()).isEqualTo(TO_PHONE);
    given.confirm(client, "ada", phone.code());
    assertThat(given.mails).isEmpty();
    assertThat(attributes(pool))
        .contains(new AttributeType("phone_number_verified", "true"))
        .doesNotContain(new AttributeType("email_verified", "true"));
  }

  @Test
  void recoverAPasswordByTheWayThatComesFirst() {
    var byMail =
        new AccountRecoverySettingType(
            List.of(
                new RecoveryOptionType("verified_phone_number", 2),
                new RecoveryOptionType("verified_email", 1)));
    var pool = given.pool(verifyingBoth().accountRecoverySetting(byMail));
    var client = given.client(pool);
    signUp(client);
    given.confirm(client, "ada", phone.code());
    assertThat(forgot(client)).isEqualTo(TO_PHONE);
    given.call(
        CognitoIdentityProviderModel.CONFIRM_FORGOT_PASSWORD,
        ConfirmForgotPasswordRequest.builder()
            .clientId(client.clientId())
            .username("ada")
            .confirmationCode(phone.code())
            .password("Another-Horse-9")
            .build());
    assertThat(given.signIn(client, "ada", "Another-Horse-9")).isNotNull();

    verifyByAdmin(pool, "email");
    assertThat(forgot(client)).isEqualTo(TO_MAIL);
  }

  private CodeDeliveryDetailsType forgot(UserPoolClientType client) {
    var request =
        ForgotPasswordRequest.builder().clientId(client.clientId()).username("ada").build();
    return given.call(CognitoIdentityProviderModel.FORGOT_PASSWORD, request).codeDeliveryDetails();
  }

  @Test
  void verifyANewNumber() {
    var pool = given.pool(verifyingBoth());
    var client = given.client(pool);
    signUp(client);
    given.confirm(client, "ada", phone.code());
    var token = given.signIn(client, "ada").accessToken();
    var sent =
        given.call(
            CognitoIdentityProviderModel.UPDATE_USER_ATTRIBUTES,
            UpdateUserAttributesRequest.builder()
                .accessToken(token)
                .userAttributes(
                    List.of(
                        new AttributeType("email", "ada@other.example"),
                        new AttributeType("phone_number", "+12065550199")))
                .build());
    assertThat(sent.codeDeliveryDetailsList())
        .extracting(CodeDeliveryDetailsType::destination)
        .containsExactly("a***@o***", "+*******0199");
    assertThat(attributes(pool)).contains(new AttributeType("phone_number_verified", "false"));
    var asked =
        given.call(
            CognitoIdentityProviderModel.GET_USER_ATTRIBUTE_VERIFICATION_CODE,
            GetUserAttributeVerificationCodeRequest.builder()
                .accessToken(token)
                .attributeName("phone_number")
                .build());
    assertThat(asked.codeDeliveryDetails().destination()).isEqualTo("+*******0199");
    given.call(
        CognitoIdentityProviderModel.VERIFY_USER_ATTRIBUTE,
        new VerifyUserAttributeRequest(token, "phone_number", phone.code()));
    assertThat(attributes(pool))
        .contains(
            new AttributeType("phone_number_verified", "true"),
            new AttributeType("email_verified", "false"));
  }

  @Test
  void inviteByEveryWayThatIsNamed() {
    var pool = given.pool(verifyingBoth());
    given.call(
        CognitoIdentityProviderModel.ADMIN_CREATE_USER,
        AdminCreateUserRequest.builder()
            .userPoolId(pool.id())
            .username("ada")
            .temporaryPassword("Temporary-Horse-9")
            .desiredDeliveryMediums(List.of("EMAIL", "SMS"))
            .userAttributes(
                List.of(
                    new AttributeType("email", "ada@example.com"),
                    new AttributeType("phone_number", NUMBER)))
            .build());
    assertThat(phone.text())
        .isEqualTo("Your username is ada and temporary password is Temporary-Horse-9");
    assertThat(given.mails).hasSize(1);
  }

  @Test
  void needARoleToBeSentIn() {
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        "SMS configuration is required to verify phone_number",
        () ->
            given.pool(
                CreateUserPoolRequest.builder().autoVerifiedAttributes(List.of("phone_number"))));
    var pool = given.pool();
    var client = given.client(pool);
    signUp(client);
    given.confirm(client, "ada", given.code());
    var token = given.signIn(client, "ada").accessToken();
    Refused.with(
        CODE_DELIVERY_FAILURE_EXCEPTION,
        "The user pool has no SmsConfiguration to send a text with",
        () ->
            given.call(
                CognitoIdentityProviderModel.GET_USER_ATTRIBUTE_VERIFICATION_CODE,
                GetUserAttributeVerificationCodeRequest.builder()
                    .accessToken(token)
                    .attributeName("phone_number")
                    .build()));
  }
}
