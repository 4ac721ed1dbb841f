package brume.cognito.login;

import static org.assertj.core.api.Assertions.assertThat;

import brume.cognito.Given;
import brume.cognito.Phone;
import brume.identity.login.OneTimeCodes;
import brume.model.cognitoidp.AdminCreateUserRequest;
import brume.model.cognitoidp.AdminUpdateUserAttributesRequest;
import brume.model.cognitoidp.AssociateSoftwareTokenRequest;
import brume.model.cognitoidp.AttributeType;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.CreateUserPoolClientRequest;
import brume.model.cognitoidp.CreateUserPoolDomainRequest;
import brume.model.cognitoidp.RespondToAuthChallengeRequest;
import brume.model.cognitoidp.SetUserPoolMfaConfigRequest;
import brume.model.cognitoidp.SmsMfaConfigType;
import brume.model.cognitoidp.SoftwareTokenMfaConfigType;
import brume.model.cognitoidp.UserPoolClientType;
import brume.model.cognitoidp.UserPoolType;
import brume.model.cognitoidp.VerifySoftwareTokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginPagesTest {
  private static final String BACK = "https://app.example/back";

  private final Given given = new Given();
  private final UserPoolType pool = given.pool();
  private final Visitor visitor = new Visitor(given, "people");
  private UserPoolClientType client;
  private String query;

  @BeforeEach
  void open() {
    given.call(
        CognitoIdentityProviderModel.CREATE_USER_POOL_DOMAIN,
        CreateUserPoolDomainRequest.builder().userPoolId(pool.id()).domain("people").build());
    client =
        given.client(
            pool,
            CreateUserPoolClientRequest.builder()
                .generateSecret(true)
                .explicitAuthFlows(List.of("ALLOW_REFRESH_TOKEN_AUTH"))
                .allowedOAuthFlowsUserPoolClient(true)
                .allowedOAuthFlows(List.of("code"))
                .allowedOAuthScopes(List.of("openid"))
                .callbackUrLs(List.of(BACK)));
    query =
        Visitor.form(
            Map.of("response_type", "code", "client_id", client.clientId(), "redirect_uri", BACK));
  }

  @Test
  void signsUpConfirmsAndSignsIn() {
    signUp();
  }

  private void signUp() {
    visitor.get("/signup?" + query);
    var weak = visitor.fill("username", "ada", "email", "ada@example.com", "password", "weak");
    assertThat(weak.status()).isEqualTo(400);
    assertThat(Visitor.text(weak)).contains("role=\"alert\"");
    var confirm =
        visitor.fill("username", "ada", "email", "ada@example.com", "password", Given.PASSWORD);
    assertThat(Visitor.text(confirm)).contains("Confirm your account");
    var code = given.code();
    var wrong = visitor.fill("code", code.equals("000000") ? "000001" : "000000");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(Visitor.text(visitor.fill("code", code))).contains("Your account is confirmed.");
    var refused = visitor.fill("username", "ada", "password", "Wrong-Horse-9");
    assertThat(Visitor.text(refused)).contains("Incorrect username or password.");
    var back = visitor.fill("username", "ada", "password", Given.PASSWORD);
    assertThat(Visitor.location(back)).startsWith(BACK + "?code=");
  }

  @Test
  void setsANewPassword() {
    signUp();
    visitor.get("/forgotPassword?" + query);
    visitor.fill("username", "ada");
    var code = given.code();
    var done = visitor.fill("code", code, "password", "Another-Horse-9");
    assertThat(Visitor.text(done)).contains("Your password is changed.");
    var back = visitor.fill("username", "ada", "password", "Another-Horse-9");
    assertThat(Visitor.location(back)).startsWith(BACK + "?code=");
  }

  @Test
  void asksForAPasswordInPlaceOfATemporaryOne() {
    given.call(
        CognitoIdentityProviderModel.ADMIN_CREATE_USER,
        AdminCreateUserRequest.builder()
            .userPoolId(pool.id())
            .username("bob")
            .temporaryPassword(Given.PASSWORD)
            .messageAction("SUPPRESS")
            .build());
    visitor.get("/login?" + query);
    var choose = visitor.fill("username", "bob", "password", Given.PASSWORD);
    assertThat(Visitor.text(choose)).contains("Choose a password");
    assertThat(visitor.fill("password", "weak").status()).isEqualTo(400);
    var back = visitor.fill("password", "Another-Horse-9");
    assertThat(Visitor.location(back)).startsWith(BACK + "?code=");
  }

  @Test
  void setsUpAnAuthenticatorAppAndAsksForItsCodes() {
    signUp();
    given.call(
        CognitoIdentityProviderModel.SET_USER_POOL_MFA_CONFIG,
        SetUserPoolMfaConfigRequest.builder()
            .userPoolId(pool.id())
            .mfaConfiguration("ON")
            .softwareTokenMfaConfiguration(new SoftwareTokenMfaConfigType(true))
            .build());
    visitor.get("/login?" + query);
    var setup = visitor.fill("username", "ada", "password", Given.PASSWORD);
    assertThat(Visitor.text(setup)).contains("Set up an authenticator app");
    var key = visitor.hidden("key");
    assertThat(visitor.fill("code", "12").status()).isEqualTo(400);
    assertThat(visitor.hidden("key")).isEqualTo(key);
    var back = visitor.fill("code", appCode(key));
    assertThat(Visitor.location(back)).startsWith(BACK + "?code=");

    given.local.clock.advance(Duration.ofMinutes(1));
    visitor.get("/login?" + query);
    var mfa = visitor.fill("username", "ada", "password", Given.PASSWORD);
    assertThat(Visitor.text(mfa)).contains("Enter your code");
    assertThat(visitor.fill("code", "12").status()).isEqualTo(400);
    var again = visitor.fill("code", appCode(key));
    assertThat(Visitor.location(again)).startsWith(BACK + "?code=");
  }

  @Test
  void takesNoFormOfAnotherSite() {
    visitor.get("/login?" + query);
    var refused = visitor.fill("username", "ada", "password", "x", "_csrf", "forged");
    assertThat(Visitor.text(refused)).contains("This page has expired.");
    visitor.cookies.clear();
    assertThat(visitor.fill("username", "ada", "password", "x").status()).isEqualTo(400);
  }

  @Test
  void writesNothingUnescapedIntoPages() {
    visitor.get("/login?" + query);
    var page = visitor.fill("username", "\"><script>alert(1)</script>", "password", "x");
    assertThat(Visitor.text(page)).contains("&quot;&gt;&lt;script&gt;").doesNotContain("<script");
    assertThat(visitor.get("/nowhere?" + query).status()).isEqualTo(404);
    assertThat(new Visitor(given, "others").get("/login?" + query).status()).isEqualTo(404);
    assertThat(visitor.get("/login?client_id=%ZZ").status()).isEqualTo(400);
  }

  @Test
  void asksForTheCodeOfATextOrWhatTheUserChooses() {
    signUp();
    var phone = new Phone(given);
    given.call(
        CognitoIdentityProviderModel.SET_USER_POOL_MFA_CONFIG,
        SetUserPoolMfaConfigRequest.builder()
            .userPoolId(pool.id())
            .mfaConfiguration("ON")
            .smsMfaConfiguration(new SmsMfaConfigType(null, Phone.TEXTS))
            .softwareTokenMfaConfiguration(new SoftwareTokenMfaConfigType(true))
            .build());
    given.call(
        CognitoIdentityProviderModel.ADMIN_UPDATE_USER_ATTRIBUTES,
        AdminUpdateUserAttributesRequest.builder()
            .userPoolId(pool.id())
            .username("ada")
            .userAttributes(
                List.of(
                    new AttributeType("phone_number", "+12065550123"),
                    new AttributeType("phone_number_verified", "true")))
            .build());
    visitor.get("/login?" + query);
    var text = visitor.fill("username", "ada", "password", Given.PASSWORD);
    assertThat(Visitor.text(text)).contains("A code was sent to +*******0123.");
    assertThat(visitor.fill("code", "12").status()).isEqualTo(400);
    var back = visitor.fill("code", phone.code());
    assertThat(Visitor.location(back)).startsWith(BACK + "?code=");

    var key = setUpApp(phone);
    given.local.clock.advance(Duration.ofMinutes(1));
    visitor.get("/login?" + query);
    var choice = visitor.fill("username", "ada", "password", Given.PASSWORD);
    assertThat(Visitor.text(choice)).contains("By text message", "From my authenticator app");
    assertThat(visitor.fill("factor", "EMAIL_OTP").status()).isEqualTo(400);
    var app = visitor.fill("factor", "SOFTWARE_TOKEN_MFA");
    assertThat(Visitor.text(app)).contains("Code of your authenticator app");
    var again = visitor.fill("code", appCode(key));
    assertThat(Visitor.location(again)).startsWith(BACK + "?code=");
  }

  /// By another client, which signs in with a code by text.
  private String setUpApp(Phone phone) {
    var other = given.client(pool);
    var parameters = Map.of("USERNAME", "ada", "PASSWORD", Given.PASSWORD);
    var challenge = given.begin(other, "USER_PASSWORD_AUTH", parameters);
    var token =
        given
            .call(
                CognitoIdentityProviderModel.RESPOND_TO_AUTH_CHALLENGE,
                RespondToAuthChallengeRequest.builder()
                    .clientId(other.clientId())
                    .challengeName("SMS_MFA")
                    .session(challenge.session())
                    .challengeResponses(Map.of("USERNAME", "ada", "SMS_MFA_CODE", phone.code()))
                    .build())
            .authenticationResult()
            .accessToken();
    var key =
        given
            .call(
                CognitoIdentityProviderModel.ASSOCIATE_SOFTWARE_TOKEN,
                new AssociateSoftwareTokenRequest(token, null))
            .secretCode();
    given.call(
        CognitoIdentityProviderModel.VERIFY_SOFTWARE_TOKEN,
        VerifySoftwareTokenRequest.builder().accessToken(token).userCode(appCode(key)).build());
    return key;
  }

  private String appCode(String key) {
    return OneTimeCodes.code(key, OneTimeCodes.step(given.local.clock.instant()));
  }
}
