package brume.apigateway.execution;

import static org.assertj.core.api.Assertions.assertThat;

import brume.apigateway.Lab;
import brume.apigateway.gateway.Incoming;
import brume.base.Bytes;
import brume.identity.Principal;
import brume.json.Json;
import brume.model.lambda.InvocationResponse;
import brume.service.CommonError;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
  private final Lab lab = new Lab();

  @Test
  void theFunctionGetsTheWholeRequest() {
    var api = lab.deployed(Lab.document("\"/todos/{id}\": {\"post\": " + Lab.PROXY + "}"));
    var request =
        Lab.request(
            "POST",
            "/Prod/todos/a%20b?x=1&x=2&y=%C3%A4",
            "{}",
            "Host",
            Lab.host(api),
            "X-Own",
            "1",
            "x-own",
            "2",
            "User-Agent",
            "test");
    assertThat(lab.send(api, request).status()).isEqualTo(200);
    var event = lab.event();
    assertThat(event.get("resource")).isEqualTo(Json.of("/todos/{id}"));
    assertThat(event.get("path")).isEqualTo(Json.of("/todos/a%20b"));
    assertThat(event.get("httpMethod")).isEqualTo(Json.of("POST"));
    assertThat(event.get("pathParameters").print()).isEqualTo("{\"id\":\"a%20b\"}");
    assertThat(event.get("queryStringParameters").print()).isEqualTo("{\"x\":\"2\",\"y\":\"ä\"}");
    assertThat(event.get("multiValueQueryStringParameters").print())
        .isEqualTo("{\"x\":[\"1\",\"2\"],\"y\":[\"ä\"]}");
    assertThat(Lab.at(event, "headers", "X-Own")).isEqualTo(Json.of("2"));
    assertThat(Lab.at(event, "multiValueHeaders", "X-Own").print()).isEqualTo("[\"1\",\"2\"]");
    assertThat(Lab.at(event, "headers", "X-Forwarded-For")).isEqualTo(Json.of("127.0.0.1"));
    assertThat(Lab.at(event, "headers", "X-Forwarded-Port")).isEqualTo(Json.of("4566"));
    assertThat(event.get("stageVariables")).isEqualTo(Json.ofNull());
    assertThat(event.get("body")).isEqualTo(Json.of("{}"));
    assertThat(event.get("isBase64Encoded")).isEqualTo(Json.of(false));
  }

  @Test
  void theContextSaysWhereAndWhen() {
    var api = lab.deployed(Lab.document("\"/\": {\"get\": " + Lab.PROXY + "}"));
    lab.get(api, "/Prod");
    var context = (Json.Obj) lab.event().get("requestContext");
    assertThat(context.get("apiId")).isEqualTo(Json.of(api));
    assertThat(context.get("stage")).isEqualTo(Json.of("Prod"));
    assertThat(context.get("path")).isEqualTo(Json.of("/Prod/"));
    assertThat(context.get("resourcePath")).isEqualTo(Json.of("/"));
    assertThat(context.get("accountId")).isEqualTo(Json.of("000000000000"));
    assertThat(context.get("requestTime")).isEqualTo(Json.of("02/Jan/2026:03:04:05 +0000"));
    assertThat(context.get("requestTimeEpoch").print()).isEqualTo("1767323045000");
    assertThat(context.get("domainName"))
        .isEqualTo(Json.of(api + ".execute-api.us-east-1.localhost"));
    assertThat(context.get("domainPrefix")).isEqualTo(Json.of(api));
    assertThat(Lab.at(context, "identity", "sourceIp")).isEqualTo(Json.of("127.0.0.1"));
    assertThat(Lab.at(context, "identity", "caller")).isEqualTo(Json.ofNull());
  }

  @Test
  void thePolicyOfTheFunctionSeesTheRoute() {
    var api = lab.deployed(Lab.document("\"/todos/{id}\": {\"get\": " + Lab.PROXY + "}"));
    lab.get(api, "/Prod/todos/1");
    var call = lab.callers.getLast();
    assertThat(call.caller()).isEqualTo(new Principal.Service("apigateway.amazonaws.com"));
    assertThat(call.context().keys().get("aws:SourceArn"))
        .containsExactly(
            "arn:aws:execute-api:us-east-1:000000000000:" + api + "/Prod/GET/todos/{id}");
    assertThat(lab.invoked.getLast().functionName()).isEqualTo(Lab.FUNCTION);
  }

  @Test
  void theAnswerOfTheFunctionIsTheResponse() {
    var api = lab.deployed(Lab.document("\"/\": {\"get\": " + Lab.PROXY + "}"));
    lab.answer =
        """
        {"statusCode": "201", "headers": {"X-A": "1", "X-B": true, "Date": "then"},
         "multiValueHeaders": {"Set-Cookie": ["a=1", "b=2"], "x-a": ["2", "3"]}, "body": "made"}
        """;
    var response = lab.get(api, "/Prod");
    assertThat(response.status()).isEqualTo(201);
    assertThat(Lab.text(response)).isEqualTo("made");
    assertThat(response.headers().all("x-a")).containsExactly("2", "3");
    assertThat(response.headers().first("x-b")).isEqualTo("true");
    assertThat(response.headers().all("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(response.headers().first("x-amzn-remapped-date")).isEqualTo("then");
    assertThat(response.headers().first("content-type")).isEqualTo("application/json");
    assertThat(response.headers().has("x-amzn-RequestId")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\"",
        "{\"message\": \"no such member\"}",
        "{\"statusCode\": \"two hundred\"}",
        "{\"statusCode\": 42}",
        "{\"body\": {\"no\": \"text\"}}",
        "{\"headers\": {\"a\": {}}}",
        "{\"headers\": {\"a\": \"1\\r\\nb: 2\"}}",
        "not JSON"
      })
  void aMalformedAnswerIsABadGateway(String answer) {
    var api = lab.deployed(Lab.document("\"/\": {\"get\": " + Lab.PROXY + "}"));
    lab.answer = answer;
    var response = lab.get(api, "/Prod");
    assertThat(response.status()).isEqualTo(502);
    assertThat(Lab.text(response)).isEqualTo("{\"message\":\"Internal server error\"}");
  }

  @Test
  void failuresOfTheFunctionAreTold() {
    var api = lab.deployed(Lab.document("\"/\": {\"get\": " + Lab.PROXY + "}"));
    lab.function =
        _ ->
            InvocationResponse.builder()
                .functionError("Unhandled")
                .payload(Bytes.utf8("{}"))
                .build();
    assertThat(lab.get(api, "/Prod").status()).isEqualTo(502);
    lab.function =
        _ -> {
          throw CommonError.ACCESS_DENIED.because("no");
        };
    assertThat(lab.get(api, "/Prod").status()).isEqualTo(500);
    lab.function =
        _ -> {
          throw CommonError.REQUEST_TOO_LARGE.because("no");
        };
    var response = lab.get(api, "/Prod");
    assertThat(response.status()).isEqualTo(413);
    assertThat(Lab.text(response)).isEqualTo("{\"message\":\"Request Too Long\"}");
  }

  @Test
  void aSlowFunctionTimesOut() {
    var proxy = Lab.PROXY.replace("\"type\"", "\"timeoutInMillis\": 50, \"type\"");
    var api = lab.deployed(Lab.document("\"/\": {\"get\": " + proxy + "}"));
    var never = new CountDownLatch(1);
    lab.function =
        _ -> {
          try {
            never.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          return InvocationResponse.builder().build();
        };
    var response = lab.get(api, "/Prod");
    assertThat(response.status()).isEqualTo(504);
    assertThat(Lab.text(response)).isEqualTo("{\"message\":\"Endpoint request timed out\"}");
  }

  @Test
  void bytesTravelAsBase64() {
    var document = Lab.document("\"/\": {\"post\": " + Lab.PROXY + "}");
    var api =
        lab.deployed(
            document.replace(
                "\"paths\"",
                "\"x-amazon-apigateway-binary-media-types\": [\"image/*\"], \"paths\""));
    lab.answer = "{\"body\": \"AAEC\", \"isBase64Encoded\": true}";
    var png =
        Lab.request("POST", "/Prod", "abc", "Content-Type", "image/png", "Accept", "image/png");
    assertThat(Lab.text(lab.send(api, png))).isEqualTo("\0\1\2");
    assertThat(lab.event().get("body")).isEqualTo(Json.of("YWJj"));
    assertThat(lab.event().get("isBase64Encoded")).isEqualTo(Json.of(true));
    var text = Lab.request("POST", "/Prod", "abc", "Content-Type", "text/plain");
    assertThat(Lab.text(lab.send(api, text))).isEqualTo("AAEC");
    assertThat(lab.event().get("body")).isEqualTo(Json.of("abc"));
  }

  @Test
  void aBodyHasALimit() {
    var api = lab.deployed(Lab.document("\"/\": {\"post\": " + Lab.PROXY + "}"));
    var large = Lab.request("POST", "/Prod", "x".repeat(Incoming.MAX_BODY + 1));
    assertThat(lab.send(api, large).status()).isEqualTo(413);
    assertThat(lab.invoked).isEmpty();
  }
}
