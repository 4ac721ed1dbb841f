package brume.cognito.identity.operation;

import static brume.model.cognitoidentity.CognitoIdentityError.DEVELOPER_USER_ALREADY_REGISTERED_EXCEPTION;
import static brume.model.cognitoidentity.CognitoIdentityError.INVALID_IDENTITY_POOL_CONFIGURATION_EXCEPTION;
import static brume.model.cognitoidentity.CognitoIdentityError.NOT_AUTHORIZED_EXCEPTION;
import static brume.model.cognitoidentity.CognitoIdentityError.RESOURCE_NOT_FOUND_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import brume.cognito.Given;
import brume.cognito.Refused;
import brume.identity.web.WebIdentity;
import brume.model.cognitoidentity.CognitoIdentityModel;
import brume.model.cognitoidentity.CognitoIdentityProvider;
import brume.model.cognitoidentity.CreateIdentityPoolInput;
import brume.model.cognitoidentity.DeleteIdentityPoolInput;
import brume.model.cognitoidentity.DescribeIdentityInput;
import brume.model.cognitoidentity.GetCredentialsForIdentityInput;
import brume.model.cognitoidentity.GetIdInput;
import brume.model.cognitoidentity.GetOpenIdTokenForDeveloperIdentityInput;
import brume.model.cognitoidentity.GetOpenIdTokenInput;
import brume.model.cognitoidentity.IdentityPool;
import brume.model.cognitoidentity.MappingRule;
import brume.model.cognitoidentity.RoleMapping;
import brume.model.cognitoidentity.RulesConfigurationType;
import brume.model.cognitoidentity.SetIdentityPoolRolesInput;
import brume.model.cognitoidentity.SetPrincipalTagAttributeMapInput;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.GlobalSignOutRequest;
import brume.model.cognitoidp.UserPoolClientType;
import brume.model.cognitoidp.UserPoolType;
import brume.model.sts.AssumeRoleWithWebIdentityRequest;
import brume.model.sts.AssumeRoleWithWebIdentityResponse;
import brume.model.sts.StsModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityPoolTest {
  private static final String USERS = "arn:aws:iam::000000000000:role/users";
  private static final String GUESTS = "arn:aws:iam::000000000000:role/guests";
  private static final String ADMINS = "arn:aws:iam::000000000000:role/admins";

  private final Given given = new Given();
  private final UserPoolType people = given.pool();
  private final UserPoolClientType client = given.client(people);
  private final String provider = "cognito-idp.us-east-1.amazonaws.com/" + people.id();
  private final List<AssumeRoleWithWebIdentityRequest> assumed = new ArrayList<>();

  @BeforeEach
  void answerAsSts() {
    given.user(client, "ada");
    given.local.answer(
        StsModel.ASSUME_ROLE_WITH_WEB_IDENTITY,
        (_, request) -> {
          assumed.add(request);
          return AssumeRoleWithWebIdentityResponse.builder()
              .credentials(
                  new brume.model.sts.Credentials(
                      "ASIA", given.local.clock.instant(), "secret", "token"))
              .build();
        });
  }

  private IdentityPool pool(boolean guests) {
    var pool =
        given.call(
            CognitoIdentityModel.CREATE_IDENTITY_POOL,
            CreateIdentityPoolInput.builder()
                .identityPoolName("app")
                .allowUnauthenticatedIdentities(guests)
                .allowClassicFlow(true)
                .developerProviderName("login.example")
                .cognitoIdentityProviders(
                    List.of(new CognitoIdentityProvider(client.clientId(), provider, true)))
                .build());
    setRoles(pool, null);
    return pool;
  }

  private void setRoles(IdentityPool pool, RoleMapping mapping) {
    given.call(
        CognitoIdentityModel.SET_IDENTITY_POOL_ROLES,
        SetIdentityPoolRolesInput.builder()
            .identityPoolId(pool.identityPoolId())
            .roles(Map.of("authenticated", USERS, "unauthenticated", GUESTS))
            .roleMappings(
                mapping == null ? null : Map.of(provider + ':' + client.clientId(), mapping))
            .build());
  }

  private String id(IdentityPool pool, Map<String, String> logins) {
    return given
        .call(
            CognitoIdentityModel.GET_ID,
            GetIdInput.builder().identityPoolId(pool.identityPoolId()).logins(logins).build())
        .identityId();
  }

  private void credentials(String id, Map<String, String> logins) {
    given.call(
        CognitoIdentityModel.GET_CREDENTIALS_FOR_IDENTITY,
        GetCredentialsForIdentityInput.builder().identityId(id).logins(logins).build());
  }

  private Map<String, String> login() {
    return Map.of(provider, given.signIn(client, "ada").idToken());
  }

  private WebIdentity vouched() {
    var token = assumed.getLast().webIdentityToken();
    return given.cognito.webIdentities().verify(token, given.local.clock.instant());
  }

  @Test
  void givesWhoeverSignedInCredentialsOfTheRoleForUsers() {
    var pool = pool(false);
    var login = login();
    var id = id(pool, login);
    assertThat(id(pool, login())).isEqualTo(id);
    credentials(id, login);

    assertThat(assumed.getLast().roleArn()).isEqualTo(USERS);
    assertThat(assumed.getLast().policy()).isNull();
    var identity = vouched();
    assertThat(identity.provider()).isEqualTo("cognito-identity.amazonaws.com");
    assertThat(identity.subject()).isEqualTo(id);
    assertThat(identity.application()).isEqualTo(pool.identityPoolId());
    var sub = Given.claim(login.get(provider), "sub");
    assertThat(identity.methods())
        .containsExactly("authenticated", provider, provider + ":CognitoSignIn:" + sub);
    var described =
        given.call(CognitoIdentityModel.DESCRIBE_IDENTITY, new DescribeIdentityInput(id));
    assertThat(described.logins()).containsExactly(provider);
  }

  @Test
  void givesGuestsLess() {
    var pool = pool(true);
    var id = id(pool, null);
    assertThat(id(pool, null)).isNotEqualTo(id);
    credentials(id, null);
    assertThat(assumed.getLast().roleArn()).isEqualTo(GUESTS);
    assertThat(assumed.getLast().policy()).contains("s3:*").doesNotContain("iam:");
    assertThat(vouched().methods()).containsExactly("unauthenticated");
    credentials(id, login());
    assertThat(vouched().methods()).contains("authenticated");
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Access to Identity '" + id + "' is forbidden.",
        () -> credentials(id, null));
  }

  @Test
  void refusesGuestsWhereThereAreNone() {
    var pool = pool(false);
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Unauthenticated access is not supported for this identity pool.",
        () -> id(pool, null));
  }

  @Test
  void keepsIdentitiesApart() {
    var pool = pool(false);
    var ada = id(pool, login());
    given.user(client, "eve");
    var eve = Map.of(provider, given.signIn(client, "eve").idToken());
    assertThat(id(pool, eve)).isNotEqualTo(ada);
    Refused.with(NOT_AUTHORIZED_EXCEPTION, null, () -> credentials(ada, eve));
  }

  @Test
  void takesOnlyTokensOfItsProviders() {
    var pool = pool(false);
    var other = given.client(people);
    var foreign = Map.of(provider, given.signIn(other, "ada").idToken());
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Token is not from a supported provider of this identity pool.",
        () -> id(pool, foreign));
    var access = Map.of(provider, given.signIn(client, "ada").accessToken());
    Refused.with(NOT_AUTHORIZED_EXCEPTION, null, () -> id(pool, access));
    var tokens = given.signIn(client, "ada");
    given.call(
        CognitoIdentityProviderModel.GLOBAL_SIGN_OUT,
        new GlobalSignOutRequest(tokens.accessToken()));
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION, null, () -> id(pool, Map.of(provider, tokens.idToken())));
    var old = login();
    given.local.clock.advance(Duration.ofHours(1));
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        "Invalid login token. Token expired: %d >= %d"
            .formatted(
                given.local.clock.instant().getEpochSecond(),
                given.local.clock.instant().getEpochSecond()),
        () -> id(pool, old));
  }

  @Test
  void choosesRolesByRules() {
    var pool = pool(false);
    var rules =
        new RulesConfigurationType(List.of(new MappingRule("email", "StartsWith", ADMINS, "ada@")));
    setRoles(pool, new RoleMapping("Deny", rules, "Rules"));
    credentials(id(pool, login()), login());
    assertThat(assumed.getLast().roleArn()).isEqualTo(ADMINS);
    given.user(client, "eve");
    var eve = Map.of(provider, given.signIn(client, "eve").idToken());
    var id = id(pool, eve);
    Refused.with(NOT_AUTHORIZED_EXCEPTION, null, () -> credentials(id, eve));
  }

  @Test
  void turnsClaimsIntoTags() {
    var pool = pool(false);
    given.call(
        CognitoIdentityModel.SET_PRINCIPAL_TAG_ATTRIBUTE_MAP,
        SetPrincipalTagAttributeMapInput.builder()
            .identityPoolId(pool.identityPoolId())
            .identityProviderName(provider)
            .principalTags(Map.of("mail", "email"))
            .build());
    credentials(id(pool, login()), login());
    assertThat(vouched().tags()).isEqualTo(Map.of("mail", "ada@example.com"));
  }

  @Test
  void trustsDevelopersWithUsersOfTheirOwn() {
    var pool = pool(false);
    var request =
        GetOpenIdTokenForDeveloperIdentityInput.builder()
            .identityPoolId(pool.identityPoolId())
            .logins(Map.of("login.example", "user-1"));
    var issued =
        given.call(CognitoIdentityModel.GET_OPEN_ID_TOKEN_FOR_DEVELOPER_IDENTITY, request.build());
    credentials(issued.identityId(), Map.of("cognito-identity.amazonaws.com", issued.token()));
    assertThat(vouched().subject()).isEqualTo(issued.identityId());
    assertThat(vouched().methods()).contains("login.example:" + pool.identityPoolId() + ":user-1");
    var ada = id(pool, login());
    Refused.with(
        DEVELOPER_USER_ALREADY_REGISTERED_EXCEPTION,
        null,
        () ->
            given.call(
                CognitoIdentityModel.GET_OPEN_ID_TOKEN_FOR_DEVELOPER_IDENTITY,
                request.identityId(ada).build()));
    Refused.with(
        NOT_AUTHORIZED_EXCEPTION,
        null,
        () -> credentials(ada, Map.of("cognito-identity.amazonaws.com", issued.token())));
  }

  @Test
  void givesTokensForTheClassicFlow() {
    var pool = pool(false);
    var id = id(pool, login());
    var token =
        given
            .call(CognitoIdentityModel.GET_OPEN_ID_TOKEN, new GetOpenIdTokenInput(id, login()))
            .token();
    var identity = given.cognito.webIdentities().verify(token, given.local.clock.instant());
    assertThat(identity.subject()).isEqualTo(id);
  }

  @Test
  void isGoneOnceDeleted() {
    var pool = pool(true);
    var id = id(pool, null);
    given.call(
        CognitoIdentityModel.DELETE_IDENTITY_POOL,
        new DeleteIdentityPoolInput(pool.identityPoolId()));
    Refused.with(RESOURCE_NOT_FOUND_EXCEPTION, null, () -> credentials(id, null));
  }

  @Test
  void needsRoles() {
    var pool = pool(true);
    given.call(
        CognitoIdentityModel.SET_IDENTITY_POOL_ROLES,
        SetIdentityPoolRolesInput.builder()
            .identityPoolId(pool.identityPoolId())
            .roles(Map.of())
            .build());
    var id = id(pool, null);
    Refused.with(INVALID_IDENTITY_POOL_CONFIGURATION_EXCEPTION, null, () -> credentials(id, null));
  }
}
