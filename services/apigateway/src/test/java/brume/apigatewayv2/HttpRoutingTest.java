package brume.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;

import brume.apigateway.Lab;
import brume.json.Json;
import brume.model.apigatewayv2.ApiGatewayV2Model;
import brume.model.apigatewayv2.CreateDeploymentRequest;
import brume.model.apigatewayv2.CreateStageRequest;
import brume.model.apigatewayv2.GetDeploymentsRequest;
import brume.model.apigatewayv2.ReimportApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRoutingTest {
  private final HttpLab http = new HttpLab();
  private final Lab lab = http.lab;

  private static String routes() {
    var proxy = HttpLab.proxy("2.0");
    return "\"/pets\": {\"get\": %1$s}, \"/pets/{id}\": {\"get\": %1$s, \"%2$s\": %1$s}, \"/pets/{proxy+}\": {\"get\": %1$s}, \"/{any}/b\": {\"get\": %1$s}, \"/$default\": {\"%2$s\": %1$s}"
        .formatted(proxy, HttpLab.ANY);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /pets, GET /pets",
    "GET, /pets/1, GET /pets/{id}",
    "POST, /pets/1, ANY /pets/{id}",
    "GET, /pets/b, GET /pets/{id}",
    "GET, /pets/1/2, GET /pets/{proxy+}",
    "GET, /x/b, GET /{any}/b",
    "POST, /pets, $default",
    "POST, /pets/1/2, $default",
    "GET, /pets/, GET /pets/{proxy+}",
    "GET, /, $default"
  })
  void theMostSpecificRouteAnswers(String method, String path, String key) {
    var api = http.deployed(routes(), "");
    assertThat(lab.send(api, Lab.request(method, path, "")).status()).isEqualTo(200);
    assertThat(lab.event().get("routeKey")).isEqualTo(Json.of(key));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    var api = http.deployed("\"/a\": {\"get\": " + HttpLab.proxy("2.0") + "}", "");
    assertThat(lab.get(api, "/b").status()).isEqualTo(404);
    assertThat(Lab.text(lab.get(api, "/b"))).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void aNamedStageIsAPartOfThePath() {
    var api = http.deployed("\"/a\": {\"get\": " + HttpLab.proxy("2.0") + "}", "");
    http.stage(api, "dev");
    assertThat(lab.get(api, "/dev/a").status()).isEqualTo(200);
    assertThat(lab.event().get("rawPath")).isEqualTo(Json.of("/dev/a"));
    assertThat(Lab.at(lab.event(), "requestContext", "stage")).isEqualTo(Json.of("dev"));
  }

  @Test
  void stagesFollowTheApi() {
    var api = http.deployed("\"/a\": {\"get\": " + HttpLab.proxy("2.0") + "}", "");
    var body = HttpLab.document("\"/b\": {\"get\": " + HttpLab.proxy("2.0") + "}", "");
    lab.local.invoke(
        ApiGatewayV2Model.REIMPORT_API, ReimportApiRequest.builder().apiId(api).body(body).build());
    assertThat(lab.get(api, "/a").status()).isEqualTo(404);
    assertThat(lab.get(api, "/b").status()).isEqualTo(200);
    var deployments =
        lab.local.invoke(
            ApiGatewayV2Model.GET_DEPLOYMENTS, GetDeploymentsRequest.builder().apiId(api).build());
    assertThat(deployments.items()).hasSize(1);
    assertThat(deployments.items().getFirst().autoDeployed()).isTrue();
  }

  @Test
  void aStageWithoutAutoDeployStays() {
    var api = http.deployed("\"/a\": {\"get\": " + HttpLab.proxy("2.0") + "}", "");
    var deployment =
        lab.local.invoke(
            ApiGatewayV2Model.CREATE_DEPLOYMENT,
            CreateDeploymentRequest.builder().apiId(api).build());
    lab.local.invoke(
        ApiGatewayV2Model.CREATE_STAGE,
        CreateStageRequest.builder()
            .apiId(api)
            .stageName("still")
            .deploymentId(deployment.deploymentId())
            .build());
    var body = HttpLab.document("\"/b\": {\"get\": " + HttpLab.proxy("2.0") + "}", "");
    lab.local.invoke(
        ApiGatewayV2Model.REIMPORT_API, ReimportApiRequest.builder().apiId(api).body(body).build());
    assertThat(lab.get(api, "/still/a").status()).isEqualTo(200);
    assertThat(lab.get(api, "/still/b").status()).isEqualTo(404);
  }

  @Test
  void pagesOfOtherOriginsAreLet() {
    var cors =
        ", \"x-amazon-apigateway-cors\": {\"allowOrigins\": [\"https://a\"], \"allowMethods\": [\"GET\", \"PUT\"], \"allowHeaders\": [\"x\"], \"maxAge\": 5, \"allowCredentials\": true, \"exposeHeaders\": [\"y\"]}";
    var api = http.deployed("\"/a\": {\"get\": " + HttpLab.proxy("2.0") + "}", cors);
    var preflight =
        lab.send(
            api,
            Lab.request(
                "OPTIONS",
                "/a",
                "",
                "Origin",
                "https://a",
                "Access-Control-Request-Method",
                "PUT"));
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.headers().first("access-control-allow-origin")).isEqualTo("https://a");
    assertThat(preflight.headers().first("access-control-allow-methods")).isEqualTo("GET,PUT");
    assertThat(preflight.headers().first("access-control-max-age")).isEqualTo("5");
    var other =
        lab.send(
            api,
            Lab.request(
                "OPTIONS",
                "/a",
                "",
                "Origin",
                "https://b",
                "Access-Control-Request-Method",
                "PUT"));
    assertThat(other.headers().has("access-control-allow-origin")).isFalse();
    assertThat(lab.invoked).isEmpty();
    lab.answer = "{\"statusCode\": 200, \"headers\": {\"Access-Control-Allow-Origin\": \"own\"}}";
    var answered = lab.send(api, Lab.request("GET", "/a", "", "Origin", "https://a"));
    assertThat(answered.headers().all("access-control-allow-origin")).containsExactly("https://a");
    assertThat(answered.headers().first("access-control-expose-headers")).isEqualTo("y");
  }
}
