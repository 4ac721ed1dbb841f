package brume.apigateway.execution;

import static org.assertj.core.api.Assertions.assertThat;

import brume.apigateway.Lab;
import brume.base.Body;
import brume.http.Response;
import brume.identity.Principal;
import brume.json.Json;
import brume.service.CommonError;
import org.junit.jupiter.api.Test;

class SignedRequestTest {
  private static final Principal USER = new Principal.User("000000000000", "/", "eve", "AIDAEVE");
  private static final String SCHEME =
      """
      {"type": "apiKey", "name": "Authorization", "in": "header",
       "x-amazon-apigateway-authtype": "awsSigv4"}
      """;

  private final Lab lab = new Lab();

  private String api() {
    return lab.deployed(Lab.guarded(SCHEME, "\"/todos/{id}\": {\"post\": " + Lab.GUARDED + "}"));
  }

  private Response send(String api, String body) {
    var request = Lab.request("POST", "/Prod/todos/1?a=b", "{}", "Host", Lab.host(api));
    return lab.send(api, lab.signed(request, USER).with(Body.utf8(body)));
  }

  @Test
  void theFunctionSeesWhoSigned() {
    assertThat(send(api(), "{}").status()).isEqualTo(200);
    var identity = (Json.Obj) Lab.at(lab.event(), "requestContext", "identity");
    assertThat(identity.get("accessKey")).isEqualTo(Json.of("AKIATEST"));
    assertThat(identity.get("accountId")).isEqualTo(Json.of("000000000000"));
    assertThat(identity.get("caller")).isEqualTo(Json.of("AIDAEVE"));
    assertThat(identity.get("user")).isEqualTo(Json.of("AIDAEVE"));
    assertThat(identity.get("userArn")).isEqualTo(Json.of("arn:aws:iam::000000000000:user/eve"));
    assertThat(identity.get("sourceIp")).isEqualTo(Json.of("127.0.0.1"));
    assertThat(Lab.at(lab.event(), "requestContext", "authorizer")).isNull();
  }

  @Test
  void thePoliciesAreAskedForTheMethod() {
    var api = api();
    send(api, "{}");
    var need = lab.asked.getLast().needs().getFirst();
    assertThat(need.action()).isEqualTo("execute-api:Invoke");
    assertThat(need.resource())
        .isEqualTo("arn:aws:execute-api:us-east-1:000000000000:" + api + "/Prod/POST/todos/1");
    lab.policies =
        (_, access) -> {
          throw CommonError.ACCESS_DENIED.because("no: " + access.needs().getFirst().resource());
        };
    var denied = send(api, "{}");
    assertThat(denied.status()).isEqualTo(403);
    assertThat(Lab.text(denied))
        .isEqualTo(
            "{\"Message\":\"no: arn:aws:execute-api:us-east-1:********0000:"
                + api
                + "/Prod/POST/todos/1\"}");
  }

  @Test
  void withoutASignatureNobodyPasses() {
    var response = lab.send(api(), Lab.request("POST", "/Prod/todos/1", "", "Host", "api"));
    assertThat(response.status()).isEqualTo(403);
    assertThat(Lab.text(response)).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    assertThat(response.headers().first("x-amzn-ErrorType"))
        .isEqualTo("MissingAuthenticationTokenException");
  }

  @Test
  void anotherBodyThanTheSignedOneIsRefused() {
    var response = send(api(), "{\"more\": 1}");
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.headers().first("x-amzn-ErrorType")).isEqualTo("InvalidSignatureException");
    assertThat(lab.invoked).isEmpty();
  }

  @Test
  void anUnknownKeyIsRefused() {
    var api = api();
    var request = lab.signed(Lab.request("POST", "/Prod/todos/1", "", "Host", "a"), USER);
    lab.credentials.clear();
    var response = lab.send(api, request);
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.headers().first("x-amzn-ErrorType"))
        .isEqualTo("UnrecognizedClientException");
  }

  @Test
  void anApiHasAPolicyOfItsOwn() {
    var policy =
        """
        "x-amazon-apigateway-policy": {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke",
           "Resource": "execute-api:/Prod/*"}]}, "paths"
        """;
    var document = Lab.document("\"/\": {\"get\": " + Lab.PROXY + "}");
    var api = lab.deployed(document.replace("\"paths\"", policy));
    assertThat(lab.get(api, "/Prod").status()).isEqualTo(200);
    var guard = lab.asked.getLast().needs().getFirst().guard();
    assertThat(guard.account()).isEqualTo("000000000000");
    assertThat(guard.policy()).contains("arn:aws:execute-api:*:*:" + api + "/Prod/*");
  }
}
