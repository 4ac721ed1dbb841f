package brume.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;

import brume.apigateway.Lab;
import brume.base.Bytes;
import brume.json.Json;
import brume.model.lambda.InvocationResponse;
import brume.service.CommonError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpProxyTest {
  private final HttpLab http = new HttpLab();
  private final Lab lab = http.lab;

  @Test
  void formatTwoIsLean() {
    var api = http.deployed("\"/h/{id}\": {\"post\": " + HttpLab.proxy("2.0") + "}", "");
    var request =
        Lab.request(
            "POST",
            "/h/a%20b?x=1&x=2&y=z",
            "{}",
            "Host",
            Lab.host(api),
            "Content-Type",
            "application/json",
            "Cookie",
            "a=1; b=2",
            "X-Own",
            "1",
            "x-own",
            "2",
            "User-Agent",
            "test");
    assertThat(lab.send(api, request).status()).isEqualTo(200);
    var event = lab.event();
    assertThat(event.fields().keySet())
        .containsExactly(
            "version",
            "routeKey",
            "rawPath",
            "rawQueryString",
            "cookies",
            "headers",
            "queryStringParameters",
            "requestContext",
            "pathParameters",
            "body",
            "isBase64Encoded");
    assertThat(event.get("version")).isEqualTo(Json.of("2.0"));
    assertThat(event.get("routeKey")).isEqualTo(Json.of("POST /h/{id}"));
    assertThat(event.get("rawPath")).isEqualTo(Json.of("/h/a b"));
    assertThat(event.get("rawQueryString")).isEqualTo(Json.of("x=1&x=2&y=z"));
    assertThat(event.get("cookies").print()).isEqualTo("[\"a=1\",\"b=2\"]");
    assertThat(event.get("queryStringParameters").print()).isEqualTo("{\"x\":\"1,2\",\"y\":\"z\"}");
    assertThat(event.get("pathParameters").print()).isEqualTo("{\"id\":\"a b\"}");
    assertThat(Lab.at(event, "headers", "x-own")).isEqualTo(Json.of("1,2"));
    assertThat(((Json.Obj) event.get("headers")).has("cookie")).isFalse();
    assertThat(event.get("body")).isEqualTo(Json.of("{}"));
    var context = (Json.Obj) event.get("requestContext");
    assertThat(context.get("stage")).isEqualTo(Json.of("$default"));
    assertThat(context.get("time")).isEqualTo(Json.of("02/Jan/2026:03:04:05 +0000"));
    assertThat(context.get("http").print())
        .isEqualTo(
            "{\"method\":\"POST\",\"path\":\"/h/a b\",\"protocol\":\"HTTP/1.1\",\"sourceIp\":\"127.0.0.1\",\"userAgent\":\"test\"}");
    assertThat(lab.callers.getLast().context().keys().get("aws:SourceArn"))
        .containsExactly(
            "arn:aws:execute-api:us-east-1:000000000000:" + api + "/$default/POST/h/{id}");
  }

  @Test
  void formatOneIsThatOfRestApis() {
    var api =
        http.deployed("\"/h/{id}\": {\"" + HttpLab.ANY + "\": " + HttpLab.proxy("1.0") + "}", "");
    lab.answer =
        "{\"statusCode\": 202, \"multiValueHeaders\": {\"x\": [\"1\", \"2\"]}, \"body\": \"b\"}";
    var response = lab.get(api, "/h/1?q=a&q=b");
    assertThat(response.status()).isEqualTo(202);
    assertThat(response.headers().all("x")).containsExactly("1", "2");
    var event = lab.event();
    assertThat(event.get("version")).isEqualTo(Json.of("1.0"));
    assertThat(event.get("resource")).isEqualTo(Json.of("/h/{id}"));
    assertThat(event.get("multiValueQueryStringParameters").print())
        .isEqualTo("{\"q\":[\"a\",\"b\"]}");
    assertThat(Lab.at(event, "requestContext", "resourceId")).isEqualTo(Json.of("ANY /h/{id}"));
    assertThat(event.get("body")).isEqualTo(Json.ofNull());
    lab.answer = "\"text\"";
    var malformed = lab.get(api, "/h/1");
    assertThat(malformed.status()).isEqualTo(500);
    assertThat(Lab.text(malformed)).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Hello\"|200|application/json|Hello",
        "{\"a\":1}|200|application/json|{\"a\":1}",
        "[1]|200|application/json|[1]",
        "{\"statusCode\":204}|204|text/plain;charset=UTF-8|''",
        "{\"statusCode\":201,\"headers\":{\"content-type\":\"a/b\"},\"body\":\"x\"}|201|a/b|x",
        "{\"statusCode\":200,\"body\":\"aGk=\",\"isBase64Encoded\":true}|200|text/plain;charset=UTF-8|hi"
      })
  void formatTwoInfersResponses(String answer, int status, String type, String body) {
    var api = http.deployed("\"/\": {\"get\": " + HttpLab.proxy("2.0") + "}", "");
    lab.answer = answer;
    var response = lab.get(api, "/");
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers().first("content-type")).isEqualTo(type);
    assertThat(Lab.text(response)).isEqualTo(body);
  }

  @Test
  void cookiesOfFormatTwoAreSet() {
    var api = http.deployed("\"/\": {\"get\": " + HttpLab.proxy("2.0") + "}", "");
    lab.answer = "{\"statusCode\": 200, \"cookies\": [\"a=1\", \"b=2\"]}";
    assertThat(lab.get(api, "/").headers().all("set-cookie")).containsExactly("a=1", "b=2");
  }

  @Test
  void formsAndBytesTravelAsBase64() {
    var api = http.deployed("\"/\": {\"post\": " + HttpLab.proxy("2.0") + "}", "");
    lab.send(
        api, Lab.request("POST", "/", "a=b", "Content-Type", "application/x-www-form-urlencoded"));
    assertThat(lab.event().get("body")).isEqualTo(Json.of("YT1i"));
    assertThat(lab.event().get("isBase64Encoded")).isEqualTo(Json.of(true));
  }

  @Test
  void failuresAreTold() {
    var api = http.deployed("\"/\": {\"get\": " + HttpLab.proxy("2.0") + "}", "");
    lab.function =
        _ ->
            InvocationResponse.builder()
                .functionError("Unhandled")
                .payload(Bytes.utf8("{}"))
                .build();
    assertThat(lab.get(api, "/").status()).isEqualTo(500);
    lab.function =
        _ -> {
          throw CommonError.ACCESS_DENIED.because("no");
        };
    assertThat(Lab.text(lab.get(api, "/"))).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void aServerIsProxied() {
    var operation =
        "{\"responses\": {}, \"x-amazon-apigateway-integration\": {\"type\": \"http_proxy\", \"httpMethod\": \"ANY\", \"uri\": \"http://127.0.0.1:9/base/{proxy}\"}}";
    var api = http.deployed("\"/{proxy+}\": {\"" + HttpLab.ANY + "\": " + operation + "}", "");
    assertThat(Lab.text(lab.send(api, Lab.request("PUT", "/a/b?c=d", "x"))))
        .isEqualTo("from the server");
    assertThat(lab.sent.getLast().method()).isEqualTo("PUT");
    assertThat(lab.sent.getLast().target()).isEqualTo("/base/a/b?c=d");
  }
}
