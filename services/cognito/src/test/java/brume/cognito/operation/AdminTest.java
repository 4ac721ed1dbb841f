package brume.cognito.operation;

import static brume.model.cognitoidp.CognitoIdentityProviderError.CODE_MISMATCH_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.ENABLE_SOFTWARE_TOKEN_MFA_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.NOT_AUTHORIZED_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.RESOURCE_NOT_FOUND_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import brume.cognito.Given;
import brume.cognito.Refused;
import brume.identity.Principal;
import brume.identity.login.OneTimeCodes;
import brume.model.cognitoidp.AdminAddUserToGroupRequest;
import brume.model.cognitoidp.AdminCreateUserRequest;
import brume.model.cognitoidp.AdminDisableUserRequest;
import brume.model.cognitoidp.AdminGetUserRequest;
import brume.model.cognitoidp.AdminInitiateAuthRequest;
import brume.model.cognitoidp.AdminSetUserPasswordRequest;
import brume.model.cognitoidp.AssociateSoftwareTokenRequest;
import brume.model.cognitoidp.AttributeType;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.CreateGroupRequest;
import brume.model.cognitoidp.DeleteUserPoolRequest;
import brume.model.cognitoidp.InitiateAuthResponse;
import brume.model.cognitoidp.ListUsersInGroupRequest;
import brume.model.cognitoidp.ListUsersRequest;
import brume.model.cognitoidp.RespondToAuthChallengeRequest;
import brume.model.cognitoidp.RespondToAuthChallengeResponse;
import brume.model.cognitoidp.SetUserPoolMfaConfigRequest;
import brume.model.cognitoidp.SoftwareTokenMfaConfigType;
import brume.model.cognitoidp.UserPoolClientType;
import brume.model.cognitoidp.UserPoolType;
import brume.model.cognitoidp.UserType;
import brume.model.cognitoidp.VerifySoftwareTokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdminTest {
  private final Given given = new Given();
  private final UserPoolType pool = given.pool();
  private final UserPoolClientType client = given.client(pool);

  private void create(String username) {
    given.call(
        CognitoIdentityProviderModel.ADMIN_CREATE_USER,
        AdminCreateUserRequest.builder()
            .userPoolId(pool.id())
            .username(username)
            .temporaryPassword("Temporary-1")
            .userAttributes(
                List.of(
                    new AttributeType("email", username + "@example.com"),
                    new AttributeType("email_verified", "true")))
            .build());
  }

  private InitiateAuthResponse begin(String username, String password) {
    var parameters = Map.of("USERNAME", username, "PASSWORD", password);
    return given.begin(client, "USER_PASSWORD_AUTH", parameters);
  }

  private RespondToAuthChallengeResponse respond(
      String challenge, String session, Map<String, String> answers) {
    return given.call(
        CognitoIdentityProviderModel.RESPOND_TO_AUTH_CHALLENGE,
        RespondToAuthChallengeRequest.builder()
            .clientId(client.clientId())
            .challengeName(challenge)
            .session(session)
            .challengeResponses(answers)
            .build());
  }

  @Test
  void invitesUsersWhoThenChooseAPassword() {
    create("ada");
    given.deliver();
    assertThat(given.mails.getFirst().message().body().html().data())
        .isEqualTo("Your username is ada and temporary password is Temporary-1");
    var challenge = begin("ada", "Temporary-1");
    assertThat(challenge.challengeName()).isEqualTo("NEW_PASSWORD_REQUIRED");
    var answers = Map.of("USERNAME", "ada", "NEW_PASSWORD", Given.PASSWORD);
    var signedIn = respond("NEW_PASSWORD_REQUIRED", challenge.session(), answers);
    assertThat(signedIn.authenticationResult().accessToken()).isNotNull();
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Invalid session for the user, session can only be used once.",
        () -> respond("NEW_PASSWORD_REQUIRED", challenge.session(), answers));
    assertThat(given.signIn(client, "ada")).isNotNull();
  }

  @Test
  void temporaryPasswordsExpire() {
    create("ada");
    given.local.clock.advance(Duration.ofDays(7));
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Temporary password has expired and must be reset by an administrator.",
        () -> begin("ada", "Temporary-1"));
    given.call(
        CognitoIdentityProviderModel.ADMIN_SET_USER_PASSWORD,
        new AdminSetUserPasswordRequest(Given.PASSWORD, true, pool.id(), "ada"));
    assertThat(given.signIn(client, "ada")).isNotNull();
  }

  @Test
  void sessionsExpire() {
    create("ada");
    var challenge = begin("ada", "Temporary-1");
    given.local.clock.advance(Duration.ofMinutes(3));
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Invalid session for the user, session is expired.",
        () -> respond("NEW_PASSWORD_REQUIRED", challenge.session(), Map.of("USERNAME", "ada")));
  }

  @Test
  void signsInForUsers() {
    given.user(client, "ada");
    var result =
        given.call(
            CognitoIdentityProviderModel.ADMIN_INITIATE_AUTH,
            AdminInitiateAuthRequest.builder()
                .userPoolId(pool.id())
                .clientId(client.clientId())
                .authFlow("ADMIN_USER_PASSWORD_AUTH")
                .authParameters(Map.of("USERNAME", "ada", "PASSWORD", Given.PASSWORD))
                .build());
    assertThat(result.authenticationResult()).isNotNull();
    Refused.with(
        INVALID_PARAMETER_EXCEPTION,
        "Initiate Auth method not supported.",
        () -> given.begin(client, "ADMIN_USER_PASSWORD_AUTH", Map.of("USERNAME", "ada")));
  }

  @Test
  void disablesUsers() {
    given.user(client, "ada");
    given.call(
        CognitoIdentityProviderModel.ADMIN_DISABLE_USER,
        new AdminDisableUserRequest(pool.id(), "ada"));
    Refused.with(NOT_AUTHORIZED_EXCEPTION, "User is disabled.", () -> given.signIn(client, "ada"));
    var shown =
        given.call(
            CognitoIdentityProviderModel.ADMIN_GET_USER, new AdminGetUserRequest(pool.id(), "ada"));
    assertThat(shown.enabled()).isFalse();
  }

  @Test
  void putsGroupsIntoTokens() {
    given.user(client, "ada");
    group("readers", 2, "arn:aws:iam::000000000000:role/readers");
    group("admins", 1, "arn:aws:iam::000000000000:role/admins");
    for (var name : List.of("readers", "admins")) {
      given.call(
          CognitoIdentityProviderModel.ADMIN_ADD_USER_TO_GROUP,
          new AdminAddUserToGroupRequest(name, pool.id(), "ada"));
    }
    var claims = Given.claims(given.signIn(client, "ada").idToken());
    assertThat(claims.get("cognito:groups").texts()).containsExactly("admins", "readers");
    assertThat(claims.get("cognito:roles").texts()).hasSize(2);
    assertThat(claims.get("cognito:preferred_role").text())
        .isEqualTo("arn:aws:iam::000000000000:role/admins");
    var members =
        given.call(
            CognitoIdentityProviderModel.LIST_USERS_IN_GROUP,
            ListUsersInGroupRequest.builder().userPoolId(pool.id()).groupName("admins").build());
    assertThat(members.users()).extracting(UserType::username).containsExactly("ada");
  }

  private void group(String name, int precedence, String role) {
    given.call(
        CognitoIdentityProviderModel.CREATE_GROUP,
        new CreateGroupRequest(null, name, precedence, role, pool.id()));
  }

  @Test
  void listsUsersByPagesAndFilters() {
    for (var name : List.of("ada", "alan", "grace")) {
      given.user(client, name);
    }
    assertThat(list("email ^= \"a\"", null, 10)).containsExactly("ada", "alan");
    assertThat(list("email ^= \"a\"", null, 0)).containsExactly("ada", "alan");
    assertThat(list("username = \"grace\"", null, 10)).containsExactly("grace");
    var request = ListUsersRequest.builder().userPoolId(pool.id()).limit(2);
    var first = given.call(CognitoIdentityProviderModel.LIST_USERS, request.build());
    assertThat(first.users()).extracting(UserType::username).containsExactly("ada", "alan");
    assertThat(list(null, first.paginationToken(), 2)).containsExactly("grace");
    Refused.with(INVALID_PARAMETER_EXCEPTION, null, () -> list("birthdate = 1", null, 1));
  }

  private List<String> list(String filter, String token, int limit) {
    var request =
        ListUsersRequest.builder()
            .userPoolId(pool.id())
            .filter(filter)
            .paginationToken(token)
            .limit(limit);
    return given.call(CognitoIdentityProviderModel.LIST_USERS, request.build()).users().stream()
        .map(UserType::username)
        .toList();
  }

  @Test
  void asksForCodesOfAnApp() {
    given.user(client, "ada");
    given.call(
        CognitoIdentityProviderModel.SET_USER_POOL_MFA_CONFIG,
        SetUserPoolMfaConfigRequest.builder()
            .userPoolId(pool.id())
            .mfaConfiguration("ON")
            .softwareTokenMfaConfiguration(new SoftwareTokenMfaConfigType(true))
            .build());
    var setup = begin("ada", Given.PASSWORD);
    assertThat(setup.challengeName()).isEqualTo("MFA_SETUP");
    var associated =
        given.call(
            CognitoIdentityProviderModel.ASSOCIATE_SOFTWARE_TOKEN,
            new AssociateSoftwareTokenRequest(null, setup.session()));
    var key = associated.secretCode();
    var right = OneTimeCodes.code(key, OneTimeCodes.step(given.local.clock.instant()));
    var wrong = right.equals("000000") ? "000001" : "000000";
    Refused.with(
        ENABLE_SOFTWARE_TOKEN_MFA_EXCEPTION, null, () -> verify(associated.session(), wrong));
    var session = verify(associated.session(), right);
    var answer = Map.of("USERNAME", "ada");
    assertThat(respond("MFA_SETUP", session, answer).authenticationResult()).isNotNull();

    var challenge = begin("ada", Given.PASSWORD);
    assertThat(challenge.challengeName()).isEqualTo("SOFTWARE_TOKEN_MFA");
    var used = OneTimeCodes.code(key, OneTimeCodes.step(given.local.clock.instant()));
    Refused.with(
        CODE_MISMATCH_EXCEPTION,
        "Invalid code received for user",
        () -> respond("SOFTWARE_TOKEN_MFA", challenge.session(), code(used)));
    given.local.clock.advance(Duration.ofSeconds(30));
    var fresh = OneTimeCodes.code(key, OneTimeCodes.step(given.local.clock.instant()));
    var signedIn = respond("SOFTWARE_TOKEN_MFA", challenge.session(), code(fresh));
    assertThat(signedIn.authenticationResult()).isNotNull();
  }

  private String verify(String session, String code) {
    return given
        .call(
            CognitoIdentityProviderModel.VERIFY_SOFTWARE_TOKEN,
            VerifySoftwareTokenRequest.builder().session(session).userCode(code).build())
        .session();
  }

  private static Map<String, String> code(String code) {
    return Map.of("USERNAME", "ada", "SOFTWARE_TOKEN_MFA_CODE", code);
  }

  @Test
  void clearsAwayWhatDeletedPoolsLeave() throws Exception {
    given.user(client, "ada");
    given.call(CognitoIdentityProviderModel.DELETE_USER_POOL, new DeleteUserPoolRequest(pool.id()));
    Refused.with(RESOURCE_NOT_FOUND_EXCEPTION, null, () -> given.signIn(client, "ada"));
    for (var job : given.services().getFirst().jobs()) {
      job.run(given.local.platform.call(new Principal.Service("brume"), brume.testing.Local.SCOPE));
    }
    try (var snapshot = given.local.store.snapshot();
        var cursor = snapshot.scan(new brume.store.KeyRange(new byte[0], new byte[0]))) {
      int left = 0;
      while (cursor.next()) {
        var key = new String(cursor.key(), java.nio.charset.StandardCharsets.ISO_8859_1);
        left += key.contains("cognito") ? 1 : 0;
      }
      assertThat(left).isZero();
    }
  }
}
