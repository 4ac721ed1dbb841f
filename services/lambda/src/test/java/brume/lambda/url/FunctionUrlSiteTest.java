package brume.lambda.url;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.identity.Principal;
import brume.json.Json;
import brume.lambda.Cloud;
import brume.model.lambda.Cors;
import brume.model.lambda.CreateFunctionUrlConfigRequest;
import brume.model.lambda.LambdaModel;
import brume.testing.Local;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionUrlSiteTest {
  private static final Headers JSON = Headers.of("Content-Type", "application/json");
  private static final Cors CORS =
      Cors.builder()
          .allowOrigins(List.of("https://a.example"))
          .allowMethods(List.of("PUT"))
          .allowHeaders(List.of("x-one"))
          .exposeHeaders(List.of("x-two"))
          .maxAge(60)
          .build();

  @TempDir static Path directory;
  private static Cloud cloud;
  private static String open;
  private static String signed;
  private static String acting;

  @BeforeAll
  static void open() throws IOException {
    cloud = new Cloud(directory);
    cloud.create("echo", Cloud.ECHO);
    cloud.create("echo2", Cloud.ECHO);
    cloud.create(
        "act",
        """
        import json
        def handler(event, context):
            if event["rawPath"] == "/fail":
                raise Exception("no")
            return json.loads(event["body"])
        """);
    open = address("echo", "NONE", null);
    signed = address("echo2", "AWS_IAM", null);
    acting = address("act", "NONE", CORS);
  }

  @AfterAll
  static void close() throws IOException {
    cloud.close();
  }

  @BeforeEach
  void allowAll() {
    cloud.gate.closed = false;
    cloud.gate.needs.clear();
  }

  private static String address(String function, String authType, @Nullable Cors cors) {
    var made =
        cloud.invoke(
            LambdaModel.CREATE_FUNCTION_URL_CONFIG,
            CreateFunctionUrlConfigRequest.builder()
                .functionName(function)
                .authType(authType)
                .cors(cors)
                .build());
    return made.functionUrl().split("[/.]")[2];
  }

  private static Response send(
      String id, String method, String path, String query, Headers headers, String body)
      throws IOException {
    var remote = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5000);
    var request =
        new Request(
            method,
            path,
            query,
            headers.with("Host", id + ".lambda-url.us-east-1.localhost:4566"),
            Body.utf8(body),
            remote,
            false);
    var call = cloud.local.platform.call(Principal.anonymous(), Local.SCOPE);
    var site =
        cloud.lambda.service().sites().stream()
            .filter(each -> each.kind().equals("lambda-url"))
            .findFirst()
            .orElseThrow();
    return site.serve(call, id, request);
  }

  private static Response act(String answer) throws IOException {
    return send(acting, "POST", "/", "", JSON, answer);
  }

  private static String text(Response response) throws IOException {
    try (var in = response.body().open()) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static Json at(Json json, String... path) {
    var found = json;
    for (var name : path) {
      found = Objects.requireNonNull(((Json.Obj) found).get(name), name);
    }
    return found;
  }

  @Test
  void givesTheRequestToTheFunction() throws IOException {
    var headers =
        Headers.of(
            "X-Many", "1", "x-many", "2", "Cookie", "a=1; b=2", "Content-Type", "application/json");

    var response = send(open, "POST", "/a%20b", "x=1&x=2&y", headers, "{\"k\":1}");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().first("content-type")).isEqualTo("application/json");
    var event = Json.parse(text(response));
    assertThat(at(event, "version")).isEqualTo(Json.of("2.0"));
    assertThat(at(event, "rawPath")).isEqualTo(Json.of("/a%20b"));
    assertThat(at(event, "rawQueryString")).isEqualTo(Json.of("x=1&x=2&y"));
    assertThat(at(event, "queryStringParameters"))
        .isEqualTo(Json.object("x", Json.of("1,2"), "y", Json.of("")));
    assertThat(at(event, "headers", "x-many")).isEqualTo(Json.of("1,2"));
    assertThat(at(event, "headers", "x-forwarded-port")).isEqualTo(Json.of("4566"));
    assertThat(at(event, "cookies").texts()).containsExactly("a=1", "b=2");
    assertThat(at(event, "body")).isEqualTo(Json.of("{\"k\":1}"));
    assertThat(at(event, "isBase64Encoded")).isEqualTo(Json.of(false));
    assertThat(at(event, "requestContext", "accountId")).isEqualTo(Json.of("anonymous"));
    assertThat(at(event, "requestContext", "apiId")).isEqualTo(Json.of(open));
    assertThat(at(event, "requestContext", "http", "method")).isEqualTo(Json.of("POST"));
    assertThat(at(event, "requestContext", "time"))
        .isEqualTo(Json.of("02/Jan/2026:03:04:05 +0000"));
  }

  @Test
  void encodesWhatIsNoText() throws IOException {
    var headers = Headers.of("Content-Type", "image/png");

    var event = Json.parse(text(send(open, "POST", "/", "", headers, "abc")));

    assertThat(at(event, "body")).isEqualTo(Json.of("YWJj"));
    assertThat(at(event, "isBase64Encoded")).isEqualTo(Json.of(true));
  }

  @Test
  void asksForBothPermissions() throws IOException {
    var _ = send(open, "GET", "/", "", Headers.EMPTY, "");

    assertThat(cloud.gate.needs)
        .extracting(each -> each.action() + ' ' + each.conditions())
        .containsExactly(
            "lambda:InvokeFunctionUrl {lambda:FunctionUrlAuthType=[NONE]}",
            "lambda:InvokeFunction {lambda:InvokedViaFunctionUrl=[true]}");
  }

  @Test
  void refusesWhoMayNot() throws IOException {
    cloud.gate.closed = true;

    var response = send(open, "GET", "/", "", Headers.EMPTY, "");

    assertThat(response.status()).isEqualTo(403);
    assertThat(text(response)).isEqualTo("{\"Message\":\"Forbidden\"}");
    assertThat(response.headers().first("x-amzn-errortype")).isEqualTo("AccessDeniedException");
  }

  @Test
  void refusesAnUnknownAddress() throws IOException {
    assertThat(send("abc", "GET", "/", "", Headers.EMPTY, "").status()).isEqualTo(403);
  }

  @Test
  void tellsWhoSigned() throws IOException {
    var authorization =
        Headers.of(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260102/us-east-1/lambda/aws4_request,"
                + " SignedHeaders=host, Signature=00",
            "X-Amz-Date",
            "20260102T030405Z");

    var without = send(signed, "GET", "/", "", Headers.EMPTY, "");
    var response = send(signed, "GET", "/", "", authorization, "");

    assertThat(text(without)).contains("Missing Authentication Token");
    assertThat(at(Json.parse(text(response)), "requestContext", "authorizer", "iam", "userArn"))
        .isEqualTo(Json.of("arn:aws:iam::000000000000:root"));
  }

  @Test
  void answersAsTheFunctionSays() throws IOException {
    var response =
        act(
            """
            {"statusCode": 201, "headers": {"X-A": "b", "Content-Type": "text/html"},
             "cookies": ["c=1", "d=2"], "body": "PGI+", "isBase64Encoded": true}""");

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.headers().first("x-a")).isEqualTo("b");
    assertThat(response.headers().all("set-cookie")).containsExactly("c=1", "d=2");
    assertThat(text(response)).isEqualTo("<b>");
  }

  @Test
  void answersWhatIsNoResponseAsItIs() throws IOException {
    assertThat(text(act("\"hello\""))).isEqualTo("hello");
    assertThat(text(act("{\"a\": [1]}"))).isEqualTo("{\"a\":[1]}");
  }

  @Test
  void answersThatTheFunctionFailed() throws IOException {
    var failed = send(acting, "GET", "/fail", "", Headers.EMPTY, "");

    assertThat(failed.status()).isEqualTo(502);
    assertThat(text(failed)).isEqualTo("Internal Server Error");
    assertThat(act("{\"statusCode\": 7000}").status()).isEqualTo(502);
  }

  @Test
  void answersPreflightRequestsItself() throws IOException {
    var asked =
        Headers.of(
            "Origin", "https://a.example",
            "Access-Control-Request-Method", "PUT",
            "Access-Control-Request-Headers", "x-one");

    var allowed = send(acting, "OPTIONS", "/", "", asked, "");
    var strange = asked.set("Origin", "https://b.example");

    assertThat(allowed.status()).isEqualTo(200);
    assertThat(allowed.headers().first("access-control-allow-origin"))
        .isEqualTo("https://a.example");
    assertThat(allowed.headers().first("access-control-allow-methods")).isEqualTo("PUT");
    assertThat(allowed.headers().first("access-control-allow-headers")).isEqualTo("x-one");
    assertThat(allowed.headers().first("access-control-max-age")).isEqualTo("60");
    assertThat(send(acting, "OPTIONS", "/", "", strange, "").headers().fields()).isEmpty();
  }

  @Test
  void letsPagesReadTheAnswer() throws IOException {
    var answer = "{\"statusCode\": 200, \"headers\": {\"Access-Control-Allow-Origin\": \"*\"}}";

    var near = send(acting, "POST", "/", "", JSON.with("Origin", "https://a.example"), answer);

    assertThat(near.headers().all("access-control-allow-origin"))
        .containsExactly("https://a.example");
    assertThat(near.headers().first("access-control-expose-headers")).isEqualTo("x-two");
    assertThat(act(answer).headers().has("access-control-allow-origin")).isFalse();
  }
}
