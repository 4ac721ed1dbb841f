package brume.cognito.login;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.cognito.Given;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.json.Json;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.CreateResourceServerRequest;
import brume.model.cognitoidp.CreateUserPoolClientRequest;
import brume.model.cognitoidp.CreateUserPoolDomainRequest;
import brume.model.cognitoidp.ResourceServerScopeType;
import brume.model.cognitoidp.UserPoolClientType;
import brume.model.cognitoidp.UserPoolType;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OAuthTest {
  private static final String BACK = "https://app.example/back";

  /// Both are the example of RFC 7636, appendix B.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final Given given = new Given();
  private final UserPoolType pool = given.pool();
  private final Visitor visitor = new Visitor(given, "people");
  private UserPoolClientType client;

  @BeforeEach
  void open() {
    given.call(
        CognitoIdentityProviderModel.CREATE_USER_POOL_DOMAIN,
        CreateUserPoolDomainRequest.builder().userPoolId(pool.id()).domain("people").build());
    var scope = new ResourceServerScopeType("To look", "read");
    given.call(
        CognitoIdentityProviderModel.CREATE_RESOURCE_SERVER,
        new CreateResourceServerRequest("photos", "Photos", List.of(scope), pool.id()));
    client = client(CreateUserPoolClientRequest.builder(), "code", "implicit");
    given.user(client, "ada");
  }

  private UserPoolClientType client(CreateUserPoolClientRequest.Builder request, String... flows) {
    return given.client(
        pool,
        request
            .allowedOAuthFlowsUserPoolClient(true)
            .allowedOAuthFlows(List.of(flows))
            .allowedOAuthScopes(
                flows[0].equals("client_credentials")
                    ? List.of("photos/read")
                    : List.of("openid", "email", "photos/read"))
            .callbackUrLs(List.of(BACK))
            .logoutUrLs(List.of("https://app.example/bye")));
  }

  private Map<String, String> asked(String type) {
    return new HashMap<>(
        Map.of(
            "response_type",
            type,
            "client_id",
            client.clientId(),
            "redirect_uri",
            BACK,
            "state",
            "a b",
            "nonce",
            "n1"));
  }

  private Response authorize(Map<String, String> query) {
    return visitor.get("/oauth2/authorize?" + Visitor.form(query));
  }

  private Response signIn(Map<String, String> query) {
    var location = Visitor.location(authorize(query));
    assertThat(location).startsWith("../login?");
    var shown = visitor.get(location.substring(2));
    assertThat(Visitor.text(shown)).contains("Sign in");
    assertThat(shown.headers().first("content-security-policy")).contains("default-src 'none'");
    return visitor.fill("username", "ada", "password", Given.PASSWORD);
  }

  private Map<String, String> exchange(String code) {
    return new HashMap<>(
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            client.clientId(),
            "code",
            code,
            "redirect_uri",
            BACK));
  }

  private static String text(Json.Obj json, String name) {
    var value = json.get(name);
    return value == null ? null : value.text();
  }

  @Test
  void givesTokensForACode() {
    var query = asked("code");
    query.put("code_challenge", CHALLENGE);
    query.put("code_challenge_method", "S256");
    query.put("scope", "openid email");
    var back = signIn(query);
    assertThat(Visitor.location(back)).startsWith(BACK + "?code=");
    assertThat(Visitor.parameter(back, "state")).isEqualTo("a b");
    var fields = exchange(Visitor.parameter(back, "code"));
    fields.put("code_verifier", VERIFIER);
    var tokens = visitor.token(fields);
    var id = text(tokens, "id_token");
    assertThat(Given.claim(id, "nonce")).isEqualTo("n1");
    assertThat(Given.claim(id, "email")).isEqualTo("ada@example.com");
    assertThat(Given.claim(text(tokens, "access_token"), "scope")).isEqualTo("openid email");
    assertThat(text(tokens, "token_type")).isEqualTo("Bearer");
    assertThat(text(visitor.token(fields), "error")).isEqualTo("invalid_grant");
  }

  @Test
  void aCodeIsForItsVerifierItsRedirectAndFiveMinutes() {
    var query = asked("code");
    query.put("code_challenge", CHALLENGE);
    query.put("code_challenge_method", "S256");
    signIn(query);
    var wrong = new ArrayList<Map<String, String>>();
    for (int i = 0; i < 4; i++) {
      var fields = exchange(Visitor.parameter(authorize(query), "code"));
      fields.put("code_verifier", VERIFIER);
      wrong.add(fields);
    }
    wrong.get(0).remove("code_verifier");
    wrong.get(1).put("code_verifier", "another");
    wrong.get(2).put("redirect_uri", "https://evil.example/");
    for (var fields : wrong.subList(0, 3)) {
      assertThat(text(visitor.token(fields), "error")).isEqualTo("invalid_grant");
    }
    given.local.clock.advance(Duration.ofMinutes(5));
    assertThat(text(visitor.token(wrong.get(3)), "error")).isEqualTo("invalid_grant");
  }

  @Test
  void givesTokensAtOnce() {
    var query = asked("token");
    query.put("scope", "photos/read");
    var back = signIn(query);
    assertThat(Visitor.location(back)).startsWith(BACK + "#access_token=");
    assertThat(Visitor.parameter(back, "state")).isEqualTo("a b");
    assertThat(Given.claim(Visitor.parameter(back, "access_token"), "scope"))
        .isEqualTo("photos/read");
    query.put("scope", "openid");
    assertThat(Visitor.parameter(authorize(query), "id_token")).isNotNull();
  }

  @Test
  void refusesWhatTheClientMayNotAsk() {
    for (var change :
        List.of(
            List.of("scope", "phone", "invalid_scope"),
            List.of("scope", "email", "invalid_scope"),
            List.of("response_type", "id", "unsupported_response_type"),
            List.of("code_challenge", "x", "invalid_request"),
            List.of("prompt", "none", "login_required"))) {
      var query = asked("code");
      query.put(change.get(0), change.get(1));
      var back = authorize(query);
      assertThat(Visitor.location(back)).startsWith(BACK);
      assertThat(Visitor.parameter(back, "error")).isEqualTo(change.get(2));
      assertThat(Visitor.parameter(back, "state")).isEqualTo("a b");
    }
    for (var change : List.of("redirect_uri", "client_id")) {
      var query = asked("code");
      query.put(change, "https://evil.example/");
      var page = authorize(query);
      assertThat(page.status()).isEqualTo(400);
      assertThat(page.headers().has("location")).isFalse();
    }
  }

  @Test
  void staysSignedInForAnHourOrUntilLogout() {
    var query = asked("code");
    signIn(query);
    assertThat(Visitor.location(authorize(query))).startsWith(BACK);
    var forced = new HashMap<>(query);
    forced.put("prompt", "login");
    assertThat(Visitor.location(authorize(forced))).startsWith("../login");
    given.local.clock.advance(Duration.ofHours(1));
    assertThat(Visitor.location(authorize(query))).startsWith("../login");
    signIn(query);
    var id = "client_id=" + client.clientId();
    assertThat(visitor.get("/logout?logout_uri=https://evil.example/&" + id).status())
        .isEqualTo(400);
    var bye = visitor.get("/logout?logout_uri=https://app.example/bye&" + id);
    assertThat(Visitor.location(bye)).isEqualTo("https://app.example/bye");
    assertThat(Visitor.location(authorize(query))).startsWith("../login");
  }

  @Test
  void refreshesRevokesAndTellsOfTheUser() {
    var back = signIn(asked("code"));
    var tokens = visitor.token(exchange(Visitor.parameter(back, "code")));
    var access = text(tokens, "access_token");
    var info = visitor.get("/oauth2/userInfo", "Authorization", "Bearer " + access);
    assertThat(text((Json.Obj) Json.parse(Visitor.text(info)), "email_verified")).isEqualTo("true");
    var fields = new HashMap<String, String>();
    fields.put("grant_type", "refresh_token");
    fields.put("client_id", client.clientId());
    fields.put("refresh_token", text(tokens, "refresh_token"));
    assertThat(text(visitor.token(fields), "id_token")).isNotNull();
    fields.put("token", text(tokens, "refresh_token"));
    assertThat(visitor.send("POST", "/oauth2/revoke", Visitor.form(fields)).status())
        .isEqualTo(200);
    assertThat(text(visitor.token(fields), "error")).isEqualTo("invalid_grant");
    var late = visitor.get("/oauth2/userInfo", "Authorization", "Bearer " + access);
    assertThat(late.status()).isEqualTo(401);
    assertThat(visitor.get("/oauth2/userInfo").status()).isEqualTo(400);
  }

  @Test
  void isFoundByDiscovery() throws Exception {
    var site = given.services().getFirst().sites().getFirst();
    var from = InetSocketAddress.createUnresolved("client", 1);
    var path = "/.well-known/openid-configuration";
    var request = new Request("GET", path, "", Headers.EMPTY, Body.EMPTY, from, false);
    var answer = site.serve(given.local.call(), pool.id(), request);
    var configuration = (Json.Obj) Json.parse(Visitor.text(answer));
    assertThat(text(configuration, "authorization_endpoint"))
        .isEqualTo("http://people.auth.us-east-1.localhost:4566/oauth2/authorize");
    assertThat(text(configuration, "token_endpoint"))
        .isEqualTo("http://localhost:4566/_brume/auth/us-east-1/people/oauth2/token");
  }

  @Test
  void givesTokensToClientsForThemselves() {
    var machine =
        client(CreateUserPoolClientRequest.builder().generateSecret(true), "client_credentials");
    var pair = machine.clientId() + ':' + machine.clientSecret();
    var basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    var fields = Map.of("grant_type", "client_credentials");
    var token = text(visitor.token(fields, "Authorization", basic), "access_token");
    assertThat(Given.claim(token, "sub")).isEqualTo(machine.clientId());
    assertThat(Given.claim(token, "scope")).isEqualTo("photos/read");
    assertThat(text(visitor.token(fields, "Authorization", "Basic eDp5"), "error"))
        .isEqualTo("invalid_client");
    var wide = Map.of("grant_type", "client_credentials", "scope", "photos/write");
    assertThat(text(visitor.token(wide, "Authorization", basic), "error"))
        .isEqualTo("invalid_scope");
    var unknown = Map.of("grant_type", "password");
    assertThat(text(visitor.token(unknown, "Authorization", basic), "error"))
        .isEqualTo("unsupported_grant_type");
  }
}
