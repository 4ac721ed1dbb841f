package brume.apigateway.execution;

import static org.assertj.core.api.Assertions.assertThat;

import brume.apigateway.Lab;
import brume.apigateway.Mint;
import brume.http.Response;
import brume.json.Json;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolAuthorizerTest {
  private static final String SCHEME =
      """
      {"type": "apiKey", "name": "Authorization", "in": "header",
       "x-amazon-apigateway-authtype": "cognito_user_pools",
       "x-amazon-apigateway-authorizer": {"type": "cognito_user_pools", "providerARNs": ["%s"]}}
      """
          .formatted(Mint.POOL_ARN);

  private final Lab lab = new Lab();
  private final Mint mint = new Mint(lab);

  private Response get(String api, String token) {
    var request = Lab.request("GET", "/Prod", "", "Host", Lab.host(api), "Authorization", token);
    return lab.send(api, request);
  }

  private String api() {
    return lab.deployed(Lab.guarded(SCHEME, "\"/\": {\"get\": " + Lab.GUARDED + "}"));
  }

  private void assertUnauthorized(Response response) {
    assertThat(response.status()).isEqualTo(401);
    assertThat(Lab.text(response)).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(response.headers().first("x-amzn-ErrorType")).isEqualTo("UnauthorizedException");
    assertThat(lab.invoked).isEmpty();
  }

  @Test
  void withoutATokenNobodyPasses() {
    var api = api();
    assertUnauthorized(lab.get(api, "/Prod"));
    assertUnauthorized(get(api, "no token"));
    assertUnauthorized(get(api, "Bearer "));
  }

  @Test
  void theFunctionSeesTheClaimsAsText() {
    var api = api();
    var token =
        Mint.signed(
            mint.claims(Mint.ISSUER)
                .audience("client")
                .claim("token_use", "id")
                .claim("email_verified", true)
                .claim("auth_time", 1767323045)
                .claim("cognito:groups", List.of("a", "b")));
    assertThat(get(api, token).status()).isEqualTo(200);
    var claims = (Json.Obj) Lab.at(lab.event(), "requestContext", "authorizer", "claims");
    assertThat(claims.get("sub")).isEqualTo(Json.of("subject"));
    assertThat(claims.get("email_verified")).isEqualTo(Json.of("true"));
    assertThat(claims.get("auth_time")).isEqualTo(Json.of("1767323045"));
    assertThat(claims.get("cognito:groups")).isEqualTo(Json.of("a,b"));
    assertThat(claims.get("iat")).isEqualTo(Json.of("Fri Jan 02 03:04:05 UTC 2026"));
    assertThat(get(api, "Bearer " + token).status()).isEqualTo(200);
  }

  @Test
  void keysAreFetchedOnce() {
    var api = api();
    get(api, mint.idToken());
    get(api, Mint.signed(mint.claims(Mint.ISSUER).claim("token_use", "id").claim("n", 2)));
    assertThat(lab.sent).hasSize(1);
    assertThat(lab.sent.getFirst().target())
        .isEqualTo("/_brume/cognito-idp/" + Mint.POOL + "/.well-known/jwks.json");
  }

  @Test
  void aTokenOfAnotherIssuerOrKeyIsNone() {
    var api = api();
    assertUnauthorized(get(api, token("https://evil.test/" + Mint.POOL)));
    assertUnauthorized(get(api, token(Mint.ISSUER + "x")));
    assertUnauthorized(get(api, Mint.forged(mint.claims(Mint.ISSUER).claim("token_use", "id"))));
    assertUnauthorized(get(api, new com.nimbusds.jwt.PlainJWT(claims().build()).serialize()));
    assertUnauthorized(
        get(api, Mint.signed(mint.claims(Mint.ISSUER).claim("token_use", "access"))));
  }

  private JWTClaimsSet.Builder claims() {
    return mint.claims(Mint.ISSUER).claim("token_use", "id");
  }

  private String token(String issuer) {
    return Mint.signed(mint.claims(issuer).claim("token_use", "id"));
  }

  @Test
  void aTokenExpires() {
    var api = api();
    var token = mint.idToken();
    assertThat(get(api, token).status()).isEqualTo(200);
    lab.local.clock.advance(Duration.ofHours(1));
    var late = get(api, token);
    assertThat(late.status()).isEqualTo(401);
    assertThat(Lab.text(late)).isEqualTo("{\"message\":\"The incoming token has expired\"}");
  }

  @Test
  void aMethodMayWantAScope() {
    var api =
        lab.deployed(
            Lab.guarded(
                SCHEME,
                "\"/\": {\"get\": " + Lab.GUARDED.replace("[]}]", "[\"todos/read\"]}]") + "}"));
    assertUnauthorized(get(api, mint.idToken()));
    assertUnauthorized(get(api, access("todos/write")));
    assertThat(get(api, access("openid todos/read")).status()).isEqualTo(200);
  }

  private String access(String scope) {
    return Mint.signed(mint.claims(Mint.ISSUER).claim("token_use", "access").claim("scope", scope));
  }

  @Test
  void gatewayResponsesApply() {
    var document =
        Lab.guarded(SCHEME, "\"/\": {\"get\": " + Lab.GUARDED + "}")
            .replace(
                "\"paths\"",
                "\"x-amazon-apigateway-gateway-responses\": {\"UNAUTHORIZED\": {\"statusCode\": 418,"
                    + " \"responseParameters\": {\"gatewayresponse.header.X-Why\": \"'no'\"}}},"
                    + " \"paths\"");
    var response = lab.get(lab.deployed(document), "/Prod");
    assertThat(response.status()).isEqualTo(418);
    assertThat(response.headers().first("x-why")).isEqualTo("no");
  }
}
