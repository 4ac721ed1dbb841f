package brume.cognito.operation;

import static brume.model.cognitoidp.CognitoIdentityProviderError.CODE_MISMATCH_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.PASSWORD_RESET_REQUIRED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.REFRESH_TOKEN_REUSE_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USER_NOT_FOUND_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import brume.cognito.Given;
import brume.cognito.Refused;
import brume.model.cognitoidp.AdminResetUserPasswordRequest;
import brume.model.cognitoidp.AttributeType;
import brume.model.cognitoidp.ChangePasswordRequest;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.ConfirmForgotPasswordRequest;
import brume.model.cognitoidp.CreateUserPoolClientRequest;
import brume.model.cognitoidp.CreateUserPoolRequest;
import brume.model.cognitoidp.DeleteUserRequest;
import brume.model.cognitoidp.ForgotPasswordRequest;
import brume.model.cognitoidp.GetTokensFromRefreshTokenRequest;
import brume.model.cognitoidp.GetUserRequest;
import brume.model.cognitoidp.RefreshTokenRotationType;
import brume.model.cognitoidp.SchemaAttributeType;
import brume.model.cognitoidp.UpdateUserAttributesRequest;
import brume.model.cognitoidp.UserAttributeUpdateSettingsType;
import brume.model.cognitoidp.UserPoolClientType;
import brume.model.cognitoidp.VerifyUserAttributeRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final String OTHER = "Other-Horse-8";

  private final Given given = new Given();

  private void forgot(UserPoolClientType client) {
    given.call(
        CognitoIdentityProviderModel.FORGOT_PASSWORD,
        ForgotPasswordRequest.builder().clientId(client.clientId()).username("ada").build());
  }

  private void confirmForgot(UserPoolClientType client, String code) {
    given.call(
        CognitoIdentityProviderModel.CONFIRM_FORGOT_PASSWORD,
        ConfirmForgotPasswordRequest.builder()
            .clientId(client.clientId())
            .username("ada")
            .confirmationCode(code)
            .password(OTHER)
            .build());
  }

  @Test
  void recoversAForgottenPassword() {
    var client = given.client(given.pool());
    given.user(client, "ada");
    forgot(client);
    var code = given.code();
    var wrong = code.equals("000000") ? "000001" : "000000";
    Refused.with(CODE_MISMATCH_EXCEPTION, null, () -> confirmForgot(client, wrong));
    confirmForgot(client, code);
    assertThat(given.signIn(client, "ada", OTHER)).isNotNull();
    Refused.with(NOT_AUTHORIZED_EXCEPTION, null, () -> given.signIn(client, "ada"));
  }

  @Test
  void sendsNoCodeToAddressesThatNobodyVerified() {
    var client = given.client(given.pool());
    given.signUp(client, "ada");
    Refused.with(INVALID_PARAMETER_EXCEPTION, null, () -> forgot(client));
  }

  @Test
  void letsAnAdminDemandANewPassword() {
    var pool = given.pool();
    var client = given.client(pool);
    given.user(client, "ada");
    given.call(
        CognitoIdentityProviderModel.ADMIN_RESET_USER_PASSWORD,
        new AdminResetUserPasswordRequest(null, pool.id(), "ada"));
    Refused.with(
        PASSWORD_RESET_REQUIRED_EXCEPTION,
        "Password reset required for the user",
        () -> given.signIn(client, "ada"));
    confirmForgot(client, given.code());
    assertThat(given.signIn(client, "ada", OTHER)).isNotNull();
  }

  @Test
  void changesAPasswordForWhoeverKnowsIt() {
    var client = given.client(given.pool());
    given.user(client, "ada");
    var token = given.signIn(client, "ada").accessToken();
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Incorrect username or password.",
        () ->
            given.call(
                CognitoIdentityProviderModel.CHANGE_PASSWORD,
                new ChangePasswordRequest(token, OTHER, OTHER)));
    given.call(
        CognitoIdentityProviderModel.CHANGE_PASSWORD,
        new ChangePasswordRequest(token, Given.PASSWORD, OTHER));
    assertThat(given.signIn(client, "ada", OTHER)).isNotNull();
  }

  private Map<String, String> attributes(String token) {
    return given
        .call(CognitoIdentityProviderModel.GET_USER, new GetUserRequest(token))
        .userAttributes()
        .stream()
        .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
  }

  private void update(String token, String name, String value) {
    given.call(
        CognitoIdentityProviderModel.UPDATE_USER_ATTRIBUTES,
        new UpdateUserAttributesRequest(token, null, List.of(new AttributeType(name, value))));
  }

  @Test
  void verifiesANewAddress() {
    var client = given.client(given.pool());
    given.user(client, "ada");
    var token = given.signIn(client, "ada").accessToken();
    update(token, "email", "new@example.com");
    assertThat(attributes(token))
        .containsEntry("email", "new@example.com")
        .containsEntry("email_verified", "false");
    given.call(
        CognitoIdentityProviderModel.VERIFY_USER_ATTRIBUTE,
        new VerifyUserAttributeRequest(token, "email", given.code()));
    assertThat(attributes(token)).containsEntry("email_verified", "true");
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "A client attempted to write unauthorized attribute",
        () -> update(token, "email_verified", "true"));
  }

  @Test
  void keepsTheOldAddressUntilTheNewOneIsVerifiedWhereThePoolSaysSo() {
    var client =
        given.client(
            given.pool(
                CreateUserPoolRequest.builder()
                    .autoVerifiedAttributes(List.of("email"))
                    .userAttributeUpdateSettings(
                        new UserAttributeUpdateSettingsType(List.of("email")))));
    given.user(client, "ada");
    var token = given.signIn(client, "ada").accessToken();
    update(token, "email", "new@example.com");
    assertThat(attributes(token)).containsEntry("email", "ada@example.com");
    given.call(
        CognitoIdentityProviderModel.VERIFY_USER_ATTRIBUTE,
        new VerifyUserAttributeRequest(token, "email", given.code()));
    assertThat(attributes(token)).containsEntry("email", "new@example.com");
  }

  @Test
  void keepsAttributesToTheirSchema() {
    var pool =
        given.pool(
            CreateUserPoolRequest.builder()
                .autoVerifiedAttributes(List.of("email"))
                .schema(
                    List.of(
                        SchemaAttributeType.builder()
                            .name("age")
                            .attributeDataType("Number")
                            .mutable(true)
                            .build(),
                        SchemaAttributeType.builder().name("team").build())));
    var client = given.client(pool);
    given.user(client, "ada");
    var token = given.signIn(client, "ada").accessToken();
    update(token, "custom:age", "42");
    assertThat(Given.claim(given.signIn(client, "ada").idToken(), "custom:age")).isEqualTo("42");
    Refused.with(INVALID_PARAMETER_EXCEPTION, null, () -> update(token, "custom:age", "old"));
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        "user.custom:team: Attribute cannot be updated.\n",
        () -> update(token, "custom:team", "red"));
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        "Attributes did not conform to the schema: custom:no: Attribute does not exist in the"
            + " schema.\n",
        () -> update(token, "custom:no", "1"));
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        "Invalid email address format.",
        () -> update(token, "email", "nowhere"));
  }

  @Test
  void letsUsersDeleteThemselves() {
    var client = given.client(given.pool());
    given.user(client, "ada");
    var token = given.signIn(client, "ada").accessToken();
    given.call(CognitoIdentityProviderModel.DELETE_USER, new DeleteUserRequest(token));
    Refused.with(USER_NOT_FOUND_EXCEPTION, null, () -> given.signIn(client, "ada"));
    given.user(client, "ada");
    Refused.with(NOT_AUTHORIZED_EXCEPTION, null, () -> attributes(token));
  }

  @Test
  void rotatesRefreshTokensWhereTheClientSaysSo() {
    var pool = given.pool();
    var client =
        given.client(
            pool,
            CreateUserPoolClientRequest.builder()
                .explicitAuthFlows(List.of("ALLOW_USER_PASSWORD_AUTH"))
                .refreshTokenRotation(new RefreshTokenRotationType("ENABLED", 10)));
    given.user(client, "ada");
    var first = given.signIn(client, "ada").refreshToken();
    var second = rotated(client, first);
    assertThat(second).isNotEqualTo(first);
    assertThat(rotated(client, first)).isNotNull();
    given.local.clock.advance(Duration.ofSeconds(10));
    Refused.with(REFRESH_TOKEN_REUSE_EXCEPTION, null, () -> rotated(client, first));
    assertThat(rotated(client, second)).isNotNull();
  }

  private String rotated(UserPoolClientType client, String token) {
    return given
        .call(
            CognitoIdentityProviderModel.GET_TOKENS_FROM_REFRESH_TOKEN,
            GetTokensFromRefreshTokenRequest.builder()
                .clientId(client.clientId())
                .refreshToken(token)
                .build())
        .authenticationResult()
        .refreshToken();
  }
}
