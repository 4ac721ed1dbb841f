package brume.apigateway.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.apigateway.Lab;
import brume.base.Bytes;
import brume.http.Response;
import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetAuthorizersRequest;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.UpdateAuthorizerRequest;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.InvocationResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionAuthorizerTest {
  private static final String GUARD = "arn:aws:lambda:us-east-1:000000000000:function:guard";
  private static final String GUARD_URI = Lab.URI.replace(Lab.FUNCTION, GUARD);

  private final Lab lab = new Lab();
  private String says = policy("Allow", "*");

  FunctionAuthorizerTest() {
    lab.function =
        input ->
            InvocationResponse.builder()
                .statusCode(200)
                .payload(Bytes.utf8(input.functionName().equals(GUARD) ? says : lab.answer))
                .functionError(says.contains("errorMessage") && isGuard(input) ? "Unhandled" : null)
                .build();
  }

  private static boolean isGuard(InvocationRequest input) {
    return input.functionName().equals(GUARD);
  }

  private static String policy(String effect, String resource) {
    return """
        {"principalId": "me", "usageIdentifierKey": "key", "context": {"a": 1, "b": true, "c": "x"},
         "policyDocument": {"Version": "2012-10-17", "Statement": [
           {"Effect": "%s", "Action": "execute-api:Invoke", "Resource": "%s"}]}}
        """
        .formatted(effect, resource);
  }

  private String api(String type, String more) {
    var scheme =
        """
        {"type": "apiKey", "name": "Authorization", "in": "header",
         "x-amazon-apigateway-authtype": "custom",
         "x-amazon-apigateway-authorizer": {"type": "%s", "authorizerUri": "%s"%s}}
        """
            .formatted(type, GUARD_URI, more);
    var paths = "\"/\": {\"get\": %1$s}, \"/todos/{id}\": {\"get\": %1$s}".formatted(Lab.GUARDED);
    return lab.deployed(Lab.guarded(scheme, paths));
  }

  private Response get(String api, String path, String token) {
    return lab.send(
        api, Lab.request("GET", path, "", "Host", Lab.host(api), "Authorization", token));
  }

  private List<InvocationRequest> questions() {
    return lab.invoked.stream().filter(FunctionAuthorizerTest::isGuard).toList();
  }

  @Test
  void theFunctionGetsTheTokenAndItsContextGoesOn() {
    var api = api("token", "");
    assertThat(get(api, "/Prod/todos/1", "secret").status()).isEqualTo(200);
    assertThat(questions().getFirst().payload().toUtf8())
        .isEqualTo(
            "{\"type\":\"TOKEN\",\"authorizationToken\":\"secret\",\"methodArn\":\""
                + "arn:aws:execute-api:us-east-1:000000000000:"
                + api
                + "/Prod/GET/todos/1\"}");
    var source = lab.callers.getFirst().context().keys().get("aws:SourceArn").getFirst();
    assertThat(source)
        .matches("arn:aws:execute-api:us-east-1:000000000000:" + api + "/authorizers/\\w{6}");
    assertThat(Lab.at(lab.event(), "requestContext", "authorizer").print())
        .isEqualTo("{\"a\":\"1\",\"b\":\"true\",\"c\":\"x\",\"principalId\":\"me\"}");
  }

  @Test
  void theFunctionGetsTheRequest() {
    var api =
        api(
            "request",
            ", \"identitySource\": \"method.request.header.Authorization,"
                + " method.request.querystring.q\"");
    assertThat(get(api, "/Prod/todos/1?q=2", "secret").status()).isEqualTo(200);
    var event = (Json.Obj) Json.parse(questions().getFirst().payload().toUtf8());
    assertThat(event.get("type")).isEqualTo(Json.of("REQUEST"));
    assertThat(event.get("resource")).isEqualTo(Json.of("/todos/{id}"));
    assertThat(event.get("pathParameters").print()).isEqualTo("{\"id\":\"1\"}");
    assertThat(event.get("stageVariables")).isEqualTo(Json.Obj.EMPTY);
    assertThat(event.has("body")).isFalse();
    assertThat(get(api, "/Prod/todos/1", "secret").status()).isEqualTo(401);
    assertThat(questions()).hasSize(1);
  }

  @Test
  void answersHoldForATime() {
    var api = api("token", ", \"authorizerResultTtlInSeconds\": 60");
    get(api, "/Prod", "one");
    get(api, "/Prod/todos/1", "one");
    assertThat(questions()).hasSize(1);
    get(api, "/Prod", "two");
    assertThat(questions()).hasSize(2);
    lab.local.clock.advance(Duration.ofSeconds(60));
    get(api, "/Prod", "one");
    assertThat(questions()).hasSize(3);
  }

  @Test
  void withoutATtlTheFunctionIsAskedAgain() {
    var api = api("token", ", \"authorizerResultTtlInSeconds\": 0");
    get(api, "/Prod", "one");
    get(api, "/Prod", "one");
    assertThat(questions()).hasSize(2);
  }

  @Test
  void aRememberedPolicyDecidesOnEachMethod() {
    var api = api("token", "");
    says = policy("Allow", "arn:aws:execute-api:*:*:" + api + "/Prod/GET/todos/*");
    assertThat(get(api, "/Prod/todos/1", "t").status()).isEqualTo(200);
    var refused = get(api, "/Prod", "t");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(Lab.text(refused))
        .isEqualTo("{\"message\":\"User is not authorized to access this resource\"}");
    assertThat(questions()).hasSize(1);
  }

  @Test
  void aChangedAuthorizerIsCheckedToo() {
    var api = api("token", "");
    var authorizers =
        lab.local.invoke(
            ApiGatewayModel.GET_AUTHORIZERS,
            GetAuthorizersRequest.builder().restApiId(api).build());
    var id = authorizers.items().getFirst().id();
    var operation = new PatchOperation(null, "replace", "/authorizerResultTtlInSeconds", "3601");
    assertThatThrownBy(
            () ->
                lab.local.invoke(
                    ApiGatewayModel.UPDATE_AUTHORIZER,
                    new UpdateAuthorizerRequest(id, List.of(operation), api)))
        .hasMessageContaining("Authorizer TTL must be between 0 and 3600");
  }

  @Test
  void anExplicitDenyIsTold() {
    says = policy("Deny", "*");
    var refused = get(api("token", ""), "/Prod", "t");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(Lab.text(refused))
        .isEqualTo(
            "{\"message\":\"User is not authorized to access this resource with an explicit deny\"}");
    assertThat(refused.headers().first("x-amzn-ErrorType")).isEqualTo("AccessDeniedException");
  }

  @Test
  void aTokenMustFitTheExpression() {
    var api = api("token", ", \"identityValidationExpression\": \"Bearer .+\"");
    assertThat(get(api, "/Prod", "Basic x").status()).isEqualTo(401);
    assertThat(lab.get(api, "/Prod").status()).isEqualTo(401);
    assertThat(lab.invoked).isEmpty();
    assertThat(get(api, "/Prod", "Bearer x").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"Unauthorized, 401, Unauthorized", "anything, 500, AuthorizerFailureException"})
  void aFailingFunctionLetsNobodyPass(String message, int status, String error) {
    says = "{\"errorMessage\": \"" + message + "\"}";
    var response = get(api("token", ""), "/Prod", "t");
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers().first("x-amzn-ErrorType")).startsWith(error);
    assertThat(Lab.text(response))
        .isEqualTo(status == 401 ? "{\"message\":\"Unauthorized\"}" : "{\"message\":null}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "\"text\"",
        "{\"principalId\": \"me\"}",
        "{\"principalId\": \"me\", \"policyDocument\": {\"Statement\": 1}}",
        "{\"principalId\": \"me\", \"context\": {\"a\": []}, \"policyDocument\": {\"Version\":"
            + " \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\","
            + " \"Resource\": \"*\"}]}}"
      })
  void aMalformedAnswerLetsNobodyPass(String answer) {
    says = answer;
    var response = get(api("token", ""), "/Prod", "t");
    assertThat(response.status()).isEqualTo(500);
    assertThat(response.headers().first("x-amzn-ErrorType"))
        .isEqualTo("AuthorizerConfigurationException");
  }
}
