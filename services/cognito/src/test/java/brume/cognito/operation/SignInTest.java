package brume.cognito.operation;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USER_NOT_FOUND_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.cognito.Given;
import brume.cognito.Refused;
import brume.cognito.SrpClient;
import brume.cognito.request.SecretHash;
import brume.http.Headers;
import brume.http.Request;
import brume.model.cognitoidp.AuthenticationResultType;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.CreateUserPoolClientRequest;
import brume.model.cognitoidp.GetUserRequest;
import brume.model.cognitoidp.GlobalSignOutRequest;
import brume.model.cognitoidp.RespondToAuthChallengeRequest;
import brume.model.cognitoidp.RevokeTokenRequest;
import brume.model.cognitoidp.UserPoolClientType;
import brume.model.cognitoidp.UserPoolType;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
  private final Given given = new Given();
  private final UserPoolType pool = given.pool();
  private final UserPoolClientType client = given.client(pool);

  @BeforeEach
  void signUp() {
    given.user(client, "ada");
  }

  private AuthenticationResultType bySrp(UserPoolClientType by, String username, String password) {
    var srp = new SrpClient(pool.id(), password, username.hashCode() + password.hashCode());
    var asked = Map.of("USERNAME", username, "SRP_A", srp.publicKey());
    var challenge = given.begin(by, "USER_SRP_AUTH", asked);
    assertThat(challenge.challengeName()).isEqualTo("PASSWORD_VERIFIER");
    assertThat(challenge.session()).isNull();
    return respond(by, srp.answer(challenge.challengeParameters()));
  }

  private AuthenticationResultType respond(UserPoolClientType by, Map<String, String> answers) {
    return given
        .call(
            CognitoIdentityProviderModel.RESPOND_TO_AUTH_CHALLENGE,
            RespondToAuthChallengeRequest.builder()
                .clientId(by.clientId())
                .challengeName("PASSWORD_VERIFIER")
                .challengeResponses(answers)
                .build())
        .authenticationResult();
  }

  @Test
  void provesThePasswordWithoutSendingIt() {
    var tokens = bySrp(client, "ada", Given.PASSWORD);
    assertThat(Given.claim(tokens.accessToken(), "username")).isEqualTo("ada");
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Incorrect username or password.",
        () -> bySrp(client, "ada", "Wrong-Horse-9"));
  }

  @Test
  void worksForAnySaltsAndKeys() {
    for (int i = 0; i < 20; i++) {
      given.user(client, "user" + i);
      assertThat(bySrp(client, "user" + i, Given.PASSWORD)).isNotNull();
    }
  }

  @Test
  void takesAProofOnce() {
    var srp = new SrpClient(pool.id(), Given.PASSWORD, 7);
    var asked = Map.of("USERNAME", "ada", "SRP_A", srp.publicKey());
    var answers = srp.answer(given.begin(client, "USER_SRP_AUTH", asked).challengeParameters());
    respond(client, answers);
    Refused.with(NOT_AUTHORIZED_EXCEPTION, null, () -> respond(client, answers));
  }

  @Test
  void refusesKeysThatWouldGiveTheSecretAway() {
    for (var key : List.of("0", "zz")) {
      Refused.with(
          INVALID_PARAMETER_EXCEPTION,
          "Invalid SRP_A value",
          () -> given.begin(client, "USER_SRP_AUTH", Map.of("USERNAME", "ada", "SRP_A", key)));
    }
  }

  @Test
  void hidesWhoExistsWhereTheClientSaysSo() {
    var hiding =
        given.client(
            pool, CreateUserPoolClientRequest.builder().preventUserExistenceErrors("ENABLED"));
    Refused.with(
        USER_NOT_FOUND_EXCEPTION, "User does not exist.", () -> given.signIn(client, "eve"));
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Incorrect username or password.",
        () -> given.signIn(hiding, "eve"));
    var asked = Map.of("USERNAME", "eve", "SRP_A", new SrpClient(pool.id(), "x", 1).publicKey());
    var once = given.begin(hiding, "USER_SRP_AUTH", asked).challengeParameters();
    var twice = given.begin(hiding, "USER_SRP_AUTH", asked).challengeParameters();
    assertThat(once.get("SALT")).isEqualTo(twice.get("SALT"));
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Incorrect username or password.",
        () -> bySrp(hiding, "eve", Given.PASSWORD));
  }

  @Test
  void locksOutWhoeverGuesses() {
    for (int i = 0; i < 5; i++) {
      Refused.with(
          NOT_AUTHORIZED_EXCEPTION,
          "Incorrect username or password.",
          () -> given.signIn(client, "ada", "Wrong-Horse-9"));
    }
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION, "Password attempts exceeded", () -> given.signIn(client, "ada"));
    given.local.clock.advance(Duration.ofSeconds(1));
    assertThat(given.signIn(client, "ada")).isNotNull();
  }

  @Test
  void asksForTheHashOfASecret() {
    var secret = given.client(pool, CreateUserPoolClientRequest.builder().generateSecret(true));
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Client "
            + secret.clientId()
            + " is configured with secret but SECRET_HASH was not received",
        () -> given.signIn(secret, "ada"));
    var hash = SecretHash.of("ada", secret.clientId(), secret.clientSecret());
    var parameters = Map.of("USERNAME", "ada", "PASSWORD", Given.PASSWORD, "SECRET_HASH", hash);
    var token =
        given.begin(secret, "USER_PASSWORD_AUTH", parameters).authenticationResult().refreshToken();
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        null,
        () -> given.begin(secret, "REFRESH_TOKEN_AUTH", Map.of("REFRESH_TOKEN", token)));
    var refresh = Map.of("REFRESH_TOKEN", token, "SECRET_HASH", hash);
    assertThat(given.begin(secret, "REFRESH_TOKEN_AUTH", refresh).authenticationResult())
        .isNotNull();
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Invalid Refresh Token",
        () -> given.begin(client, "REFRESH_TOKEN_AUTH", Map.of("REFRESH_TOKEN", token)));
  }

  @Test
  void saysInTokensWhatCognitoSays() throws Exception {
    var tokens = given.signIn(client, "ada");
    var id = Given.claims(tokens.idToken());
    assertThat(id.fields())
        .containsOnlyKeys(
            "sub",
            "iss",
            "cognito:username",
            "origin_jti",
            "aud",
            "event_id",
            "token_use",
            "auth_time",
            "exp",
            "iat",
            "jti",
            "email",
            "email_verified");
    assertThat(Given.claims(tokens.accessToken()).fields())
        .containsOnlyKeys(
            "sub",
            "iss",
            "client_id",
            "origin_jti",
            "event_id",
            "token_use",
            "scope",
            "auth_time",
            "exp",
            "iat",
            "jti",
            "username");
    assertThat(tokens.expiresIn()).isEqualTo(3600);
    var key = JWKSet.parse(fetch("/.well-known/jwks.json")).getKeys().getFirst();
    var jwt = SignedJWT.parse(tokens.idToken());
    assertThat(jwt.getHeader().getKeyID()).isEqualTo(key.getKeyID());
    assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    assertThat(fetch("/.well-known/openid-configuration"))
        .contains("\"issuer\":\"" + Given.claim(tokens.idToken(), "iss") + '"');
  }

  private String fetch(String path) throws Exception {
    var site = given.services().getFirst().sites().getFirst();
    var from = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    var request = new Request("GET", path, "", Headers.EMPTY, Body.EMPTY, from, false);
    var response = site.serve(given.local.call(), pool.id(), request);
    return new String(response.body().open().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void endsWithAGlobalSignOut() {
    var tokens = given.signIn(client, "ada");
    var later = given.signIn(client, "ada");
    given.call(
        CognitoIdentityProviderModel.GLOBAL_SIGN_OUT,
        new GlobalSignOutRequest(tokens.accessToken()));
    refused(later, "Access Token has been revoked");
    Refused.with(NOT_AUTHORIZED_EXCEPTION, "Refresh Token has been revoked", () -> refresh(later));
    assertThat(given.signIn(client, "ada")).isNotNull();
  }

  @Test
  void goesOnWithARefreshTokenUntilItIsRevoked() {
    var tokens = given.signIn(client, "ada");
    given.local.clock.advance(Duration.ofHours(1));
    refused(tokens, "Access Token has expired");
    var fresh = refresh(tokens);
    assertThat(fresh.refreshToken()).isNull();
    assertThat(Given.claim(fresh.accessToken(), "origin_jti"))
        .isEqualTo(Given.claim(tokens.accessToken(), "origin_jti"));
    given.call(
        CognitoIdentityProviderModel.REVOKE_TOKEN,
        new RevokeTokenRequest(client.clientId(), null, tokens.refreshToken()));
    refused(fresh, "Access Token has been revoked");
    Refused.with(NOT_AUTHORIZED_EXCEPTION, "Refresh Token has been revoked", () -> refresh(tokens));
  }

  private AuthenticationResultType refresh(AuthenticationResultType tokens) {
    var parameters = Map.of("REFRESH_TOKEN", tokens.refreshToken());
    return given.begin(client, "REFRESH_TOKEN_AUTH", parameters).authenticationResult();
  }

  private void refused(AuthenticationResultType tokens, String text) {
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        text,
        () ->
            given.call(
                CognitoIdentityProviderModel.GET_USER, new GetUserRequest(tokens.accessToken())));
  }

  @Test
  void takesNoTokensOfOthers() {
    var tokens = given.signIn(client, "ada");
    var parts = tokens.accessToken().split("\\.");
    var forged = parts[0] + '.' + parts[1] + '.' + "A".repeat(parts[2].length());
    for (var token : List.of("nonsense", tokens.idToken(), forged)) {
      Refused.with(
          NOT_AUTHORIZED_EXCEPTION,
          "Invalid Access Token",
          () -> given.call(CognitoIdentityProviderModel.GET_USER, new GetUserRequest(token)));
    }
  }
}
