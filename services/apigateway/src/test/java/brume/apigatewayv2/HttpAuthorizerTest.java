package brume.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.apigateway.Lab;
import brume.apigateway.Mint;
import brume.base.Bytes;
import brume.http.Response;
import brume.identity.Principal;
import brume.json.Json;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.DeleteAuthorizerRequest;
import brume.model.apigatewayv2.GetAuthorizersRequest;
import brume.model.apigatewayv2.ResetAuthorizersCacheRequest;
import brume.model.lambda.InvocationResponse;
import brume.service.CommonError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpAuthorizerTest {
  private static final String GUARD = "arn:aws:lambda:us-east-1:000000000000:function:guard";

  private final HttpLab http = new HttpLab();
  private final Lab lab = http.lab;
  private final Mint mint = new Mint(lab);
  private String says = "{\"isAuthorized\": true, \"context\": {\"n\": 1, \"list\": [2]}}";

  HttpAuthorizerTest() {
    lab.function =
        input ->
            InvocationResponse.builder()
                .statusCode(200)
                .payload(Bytes.utf8(input.functionName().equals(GUARD) ? says : lab.answer))
                .build();
  }

  private String deployed(String authorizer, String scopes, String version) {
    var operation =
        HttpLab.proxy(version)
            .replace(
                "\"responses\"", "\"security\": [{\"guard\": [" + scopes + "]}], \"responses\"");
    return http.deployed(
        "\"/a/{id}\": {\"get\": "
            + operation
            + "}, \"/open\": {\"get\": "
            + HttpLab.proxy("2.0")
            + "}",
        ", \"components\": {\"securitySchemes\": {\"guard\": " + authorizer + "}}");
  }

  private String tokens(String issuer, String scopes) {
    var scheme =
        """
        {"type": "oauth2", "x-amazon-apigateway-authorizer": {"type": "jwt",
          "identitySource": "$request.header.Authorization",
          "jwtConfiguration": {"issuer": "%s", "audience": ["client"]}}}
        """
            .formatted(issuer);
    return deployed(scheme, scopes, "2.0");
  }

  private static String asking(String more) {
    return """
    {"type": "apiKey", "name": "Authorization", "in": "header",
     "x-amazon-apigateway-authorizer": {"type": "request", "authorizerUri": "%s",
       "identitySource": "$request.header.Authorization, $request.querystring.q"%s}}
    """
        .formatted(Lab.URI.replace(Lab.FUNCTION, GUARD), more);
  }

  private Response get(String api, String path, String token) {
    return lab.send(api, Lab.request("GET", path, "", "Host", "x", "Authorization", token));
  }

  @ParameterizedTest
  @CsvSource({
    "https://issuer.test, https://issuer.test",
    "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Abc123,"
        + " http://localhost:4566/_brume/cognito-idp/us-east-1_Abc123"
  })
  void aTokenOfTheIssuerOpensTheRoute(String configured, String issuer) {
    var api = tokens(configured, "");
    var token =
        Mint.signed(
            mint.claims(issuer)
                .audience("client")
                .claim("groups", List.of("a", "b"))
                .claim("verified", true));
    assertThat(get(api, "/a/1", "Bearer " + token).status()).isEqualTo(200);
    var jwt = (Json.Obj) Lab.at(lab.event(), "requestContext", "authorizer", "jwt");
    assertThat(jwt.get("scopes")).isEqualTo(Json.ofNull());
    assertThat(Lab.at(jwt, "claims", "groups")).isEqualTo(Json.of("[a b]"));
    assertThat(Lab.at(jwt, "claims", "verified")).isEqualTo(Json.of("true"));
    assertThat(Lab.at(jwt, "claims", "iat")).isEqualTo(Json.of("1767323045"));
  }

  @Test
  void withoutAGoodTokenTheRouteIsClosed() {
    var api = tokens("https://issuer.test", "");
    var missing = lab.get(api, "/a/1");
    assertThat(missing.status()).isEqualTo(401);
    assertThat(Lab.text(missing)).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(missing.headers().first("www-authenticate")).isEqualTo("Bearer");
    var stale =
        get(
            api,
            "/a/1",
            Mint.signed(
                mint.claims("https://issuer.test")
                    .audience("client")
                    .expirationTime(java.util.Date.from(lab.local.clock.instant()))));
    assertThat(stale.status()).isEqualTo(401);
    assertThat(stale.headers().first("www-authenticate"))
        .isEqualTo(
            "Bearer scope=\"\" error=\"invalid_token\" error_description=\"the token has expired\"");
    var other = Mint.signed(mint.claims("https://issuer.test").audience("other"));
    assertThat(get(api, "/a/1", other).status()).isEqualTo(401);
    assertThat(lab.invoked).isEmpty();
    assertThat(lab.get(api, "/open").status()).isEqualTo(200);
  }

  @Test
  void aRouteMayWantAScope() {
    var api = tokens("https://issuer.test", "\"read\", \"write\"");
    var claims = mint.claims("https://issuer.test").claim("client_id", "client");
    var without = get(api, "/a/1", Mint.signed(claims.claim("scope", "other")));
    assertThat(without.status()).isEqualTo(403);
    assertThat(Lab.text(without)).isEqualTo("{\"message\":\"Forbidden\"}");
    assertThat(without.headers().first("www-authenticate")).contains("insufficient_scope");
    assertThat(get(api, "/a/1", Mint.signed(claims.claim("scope", "x read"))).status())
        .isEqualTo(200);
    assertThat(Lab.at(lab.event(), "requestContext", "authorizer", "jwt", "scopes").print())
        .isEqualTo("[\"read\"]");
  }

  @Test
  void aFunctionMayAnswerInOneWord() {
    var more =
        ", \"authorizerPayloadFormatVersion\": \"2.0\", \"enableSimpleResponses\": true,"
            + " \"authorizerResultTtlInSeconds\": 60";
    var api = deployed(asking(more), "", "2.0");
    assertThat(get(api, "/a/1", "t").status()).isEqualTo(401);
    assertThat(lab.invoked).isEmpty();
    assertThat(get(api, "/a/1?q=2", "t").status()).isEqualTo(200);
    var question = (Json.Obj) Json.parse(lab.invoked.getFirst().payload().toUtf8());
    assertThat(question.get("version")).isEqualTo(Json.of("2.0"));
    assertThat(question.get("type")).isEqualTo(Json.of("REQUEST"));
    assertThat(question.get("routeArn"))
        .isEqualTo(
            Json.of("arn:aws:execute-api:us-east-1:000000000000:" + api + "/$default/GET/a/1"));
    assertThat(question.get("identitySource").print()).isEqualTo("[\"t\",\"2\"]");
    assertThat(question.has("body")).isFalse();
    assertThat(Lab.at(lab.event(), "requestContext", "authorizer", "lambda").print())
        .isEqualTo("{\"n\":1,\"list\":[2]}");
    get(api, "/a/2?q=2", "t");
    assertThat(lab.invoked).hasSize(3);
    lab.local.invoke(
        ApiGatewayV2Model.RESET_AUTHORIZERS_CACHE,
        new ResetAuthorizersCacheRequest(api, "$default"));
    says = "{\"isAuthorized\": false}";
    assertThat(get(api, "/a/2?q=2", "t").status()).isEqualTo(403);
  }

  @Test
  void aFunctionMayAnswerWithAPolicy() {
    var api = deployed(asking(", \"authorizerPayloadFormatVersion\": \"1.0\""), "", "1.0");
    says =
        """
        {"principalId": "me", "context": {"k": "v"}, "policyDocument": {"Version": "2012-10-17",
         "Statement": [{"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "*/a/1"}]}}
        """
            .replace("*/a/1", "arn:aws:execute-api:*:*:*/GET/a/1");
    assertThat(get(api, "/a/1?q=2", "t").status()).isEqualTo(200);
    var question = (Json.Obj) Json.parse(lab.invoked.getFirst().payload().toUtf8());
    assertThat(question.get("version")).isEqualTo(Json.of("1.0"));
    assertThat(question.get("identitySource")).isEqualTo(Json.of("t,2"));
    assertThat(Lab.at(lab.event(), "requestContext", "authorizer").print())
        .isEqualTo("{\"k\":\"v\",\"principalId\":\"me\"}");
    assertThat(get(api, "/a/2?q=2", "t").status()).isEqualTo(403);
    says = "{}";
    assertThat(get(api, "/a/1?q=2", "t").status()).isEqualTo(500);
  }

  @Test
  void signedRequestsPassByPolicy() {
    var scheme =
        "{\"type\": \"apiKey\", \"name\": \"Authorization\", \"in\": \"header\","
            + " \"x-amazon-apigateway-authtype\": \"awsSigv4\"}";
    var api = deployed(scheme, "", "2.0");
    assertThat(lab.get(api, "/a/1").status()).isEqualTo(403);
    var user = new Principal.User("000000000000", "/", "eve", "AIDAEVE");
    var request = lab.signed(Lab.request("GET", "/a/1", "", "Host", "x"), user);
    assertThat(lab.send(api, request).status()).isEqualTo(200);
    var iam = Lab.at(lab.event(), "requestContext", "authorizer", "iam");
    assertThat(Lab.at(iam, "userArn")).isEqualTo(Json.of(user.arn()));
    assertThat(Lab.at(iam, "callerId")).isEqualTo(Json.of("AIDAEVE"));
    assertThat(lab.asked.getLast().needs().getFirst().resource())
        .endsWith(":" + api + "/$default/GET/a/1");
    lab.policies =
        (_, _) -> {
          throw CommonError.ACCESS_DENIED.because("no");
        };
    var denied = lab.send(api, request);
    assertThat(denied.status()).isEqualTo(403);
    assertThat(Lab.text(denied)).isEqualTo("{\"message\":\"Forbidden\"}");
  }

  @Test
  void anAuthorizerThatARouteNamesStays() {
    var api = tokens("https://issuer.test", "");
    var authorizer =
        lab.local
            .invoke(
                ApiGatewayV2Model.GET_AUTHORIZERS,
                GetAuthorizersRequest.builder().apiId(api).build())
            .items()
            .getFirst();
    assertThat(authorizer.name()).isEqualTo("guard");
    assertThatThrownBy(
            () ->
                lab.local.invoke(
                    ApiGatewayV2Model.DELETE_AUTHORIZER,
                    new DeleteAuthorizerRequest(api, authorizer.authorizerId())))
        .hasMessageStartingWith("Cannot delete Authorizer");
  }
}
