package brume.apigateway.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.apigateway.Lab;
import brume.apigateway.gateway.Incoming;
import brume.base.Bytes;
import brume.http.Response;
import brume.model.lambda.InvocationResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendTest {
  private static final String OPTIONS =
      """
      {"responses": {"200": {"description": "d", "headers": {"Access-Control-Allow-Origin": {"type": "string"}}}},
       "x-amazon-apigateway-integration": {"type": "mock",
         "requestTemplates": {"application/json": "{\\n  \\"statusCode\\" : 200\\n}\\n"},
         "responses": {"default": {"statusCode": "200",
           "responseParameters": {"method.response.header.Access-Control-Allow-Origin": "'*'"},
           "responseTemplates": {"application/json": "{}\\n"}}}}}
      """;

  private final Lab lab = new Lab();

  private String with(String verb, String operation) {
    return lab.deployed(Lab.document("\"/x/{id}\": {\"" + verb + "\": " + operation + "}"));
  }

  private static String http(String type, String more) {
    return "{\"responses\": {\"200\": {\"description\": \"d\"}, \"404\": {\"description\": \"d\"}},"
        + " \"x-amazon-apigateway-integration\": {\"type\": \""
        + type
        + "\", \"httpMethod\": \"GET\","
        + more
        + "}}";
  }

  @Test
  void preflightsAreAnsweredByAMock() {
    var response = lab.send(with("options", OPTIONS), Lab.request("OPTIONS", "/Prod/x/1", ""));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().first("access-control-allow-origin")).isEqualTo("*");
    assertThat(response.headers().first("content-type")).isEqualTo("application/json");
    assertThat(Lab.text(response)).isEqualTo("{}\n");
    assertThat(lab.invoked).isEmpty();
  }

  @Test
  void aMockWithoutAStatusIsAFailure() {
    var api = with("options", OPTIONS.replace("\\\"statusCode\\\" : 200", ""));
    assertThat(lab.send(api, Lab.request("OPTIONS", "/Prod/x/1", "")).status()).isEqualTo(500);
  }

  @Test
  void aServerIsProxied() {
    var api =
        with(
            "x-amazon-apigateway-any-method",
            http(
                "http_proxy",
                """
                "uri": "http://127.0.0.1:9/pets/{id}?fixed=1",
                "requestParameters": {"integration.request.path.id": "method.request.path.id",
                  "integration.request.header.X-Who": "'me'",
                  "integration.request.querystring.ip": "context.identity.sourceIp"}"""));
    var response = lab.get(api, "/Prod/x/7?q=1");
    assertThat(response.status()).isEqualTo(200);
    assertThat(Lab.text(response)).isEqualTo("from the server");
    var sent = lab.sent.getLast();
    assertThat(sent.target()).isEqualTo("/pets/7?fixed=1&q=1&ip=127.0.0.1");
    assertThat(sent.headers().first("x-who")).isEqualTo("me");
    assertThat(sent.headers().first("x-forwarded-for")).isEqualTo("127.0.0.1");
  }

  @Test
  void aServersAnswerIsMapped() {
    var api =
        with(
            "get",
            http(
                "http",
                """
                "uri": "http://127.0.0.1:9/", "responses": {
                  "default": {"statusCode": "200"},
                  "4\\\\d\\\\d": {"statusCode": "404",
                    "responseParameters": {"method.response.header.X-Kind": "integration.response.header.kind"},
                    "responseTemplates": {"application/json": "{\\"was\\": $input.json('$')}"}}}"""));
    lab.server = (_, _) -> Response.of(410, "application/json", "[1]").with("Kind", "gone");
    var response = lab.get(api, "/Prod/x/1");
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.headers().first("x-kind")).isEqualTo("gone");
    assertThat(Lab.text(response)).isEqualTo("{\"was\": [1]}");
    lab.server = (_, _) -> Response.of(201, "application/json", "[2]");
    assertThat(Lab.text(lab.get(api, "/Prod/x/1"))).isEqualTo("[2]");
  }

  @Test
  void aServerThatIsNotThereIsToldOf() {
    var api = with("get", http("http_proxy", "\"uri\": \"http://127.0.0.1:9/\""));
    lab.server =
        (_, _) -> {
          throw new IOException("refused");
        };
    assertThat(lab.get(api, "/Prod/x/1").status()).isEqualTo(504);
    lab.server =
        (_, _) -> {
          throw new java.net.SocketTimeoutException("late");
        };
    assertThat(Lab.text(lab.get(api, "/Prod/x/1"))).contains("Endpoint request timed out");
  }

  @Test
  void aFunctionIsMappedByTemplates() {
    var operation =
        """
        {"responses": {"200": {"description": "d"}, "400": {"description": "d"}},
         "x-amazon-apigateway-integration": {"type": "aws", "httpMethod": "POST", "uri": "%s",
           "requestTemplates": {"application/json": "{\\"id\\": \\"$input.params('id')\\", \\"stage\\": \\"$context.stage\\"}"},
           "responses": {"default": {"statusCode": "200"}, ".*wrong.*": {"statusCode": "400",
             "responseTemplates": {"application/json": "bad"}}}}}
        """
            .formatted(Lab.URI);
    var api = with("get", operation);
    lab.answer = "{\"plain\": true}";
    assertThat(Lab.text(lab.get(api, "/Prod/x/5"))).isEqualTo("{\"plain\": true}");
    assertThat(lab.event().print()).isEqualTo("{\"id\":\"5\",\"stage\":\"Prod\"}");
    lab.function =
        _ ->
            InvocationResponse.builder()
                .functionError("Unhandled")
                .payload(Bytes.utf8("{\"errorMessage\": \"all wrong here\"}"))
                .build();
    var response = lab.get(api, "/Prod/x/5");
    assertThat(response.status()).isEqualTo(400);
    assertThat(Lab.text(response)).isEqualTo("bad");
  }

  @Test
  void theApisOwnAnswersCanBeSaid() {
    var document = Lab.document("\"/\": {\"get\": " + Lab.PROXY + "}");
    var api =
        lab.deployed(
            document.replace(
                "\"paths\"",
                """
                "x-amazon-apigateway-gateway-responses": {
                  "DEFAULT_4XX": {"responseParameters": {"gatewayresponse.header.Access-Control-Allow-Origin": "'*'"}},
                  "MISSING_AUTHENTICATION_TOKEN": {"statusCode": "404",
                    "responseParameters": {"gatewayresponse.header.X-Stage": "context.stage"},
                    "responseTemplates": {"application/json": "{\\"why\\":$context.error.messageString,\\"path\\":\\"$context.path\\"}"}}},
                "paths\""""));
    var missing = lab.get(api, "/Prod/none");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.headers().first("x-stage")).isEqualTo("Prod");
    assertThat(Lab.text(missing))
        .isEqualTo("{\"why\":\"Missing Authentication Token\",\"path\":\"/Prod/none\"}");
    var large = lab.send(api, Lab.request("GET", "/Prod", "x".repeat(Incoming.MAX_BODY + 1)));
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.headers().first("access-control-allow-origin")).isEqualTo("*");
  }

  @Test
  void requiredParametersAreAskedFor() {
    var operation =
        Lab.PROXY.replace(
            "\"responses\": {}",
            "\"responses\": {}, \"x-amazon-apigateway-request-validator\": \"params\", \"parameters\": [{\"in\": \"query\", \"name\": \"q\", \"required\": true}]");
    var document = Lab.document("\"/\": {\"get\": " + operation + "}");
    var api =
        lab.deployed(
            document.replace(
                "\"paths\"",
                "\"x-amazon-apigateway-request-validators\": {\"params\": {\"validateRequestParameters\": true}}, \"paths\""));
    assertThat(lab.get(api, "/Prod?q=1").status()).isEqualTo(200);
    var response = lab.get(api, "/Prod");
    assertThat(response.status()).isEqualTo(400);
    assertThat(Lab.text(response))
        .isEqualTo("{\"message\":\"Missing required request parameters: [q]\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"#if($a)\"", "\"#foreach($a in\""})
  void whatIsNoTemplateIsRefusedWhenDeployed(String template) {
    var operation = OPTIONS.replace("\"{}\\n\"", template);
    assertThatThrownBy(() -> with("options", operation))
        .hasMessageStartingWith("Invalid mapping template specified");
  }
}
