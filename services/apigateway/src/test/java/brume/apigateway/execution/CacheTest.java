package brume.apigateway.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.apigateway.Lab;
import brume.http.Response;
import brume.identity.Principal;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.FlushStageCacheRequest;
import brume.model.apigateway.GetRestApiRequest;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.Stage;
import brume.model.apigateway.UpdateStageRequest;
import brume.service.CommonError;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class CacheTest {
  private final Lab lab = new Lab();
  private int served;

  CacheTest() {
    lab.server = (_, _) -> Response.of(200, "text/plain", "answer " + ++served);
  }

  private static String proxy(String keys) {
    return "{\"responses\": {}, \"x-amazon-apigateway-integration\": {\"type\": \"http_proxy\","
        + " \"httpMethod\": \"ANY\", \"uri\": \"http://backend.test/\", \"cacheKeyParameters\": ["
        + keys
        + "]}}";
  }

  private Stage patch(String api, String... pathsAndValues) {
    var operations = new ArrayList<PatchOperation>();
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      operations.add(new PatchOperation(null, "replace", pathsAndValues[i], pathsAndValues[i + 1]));
    }
    return lab.local.invoke(
        ApiGatewayModel.UPDATE_STAGE, new UpdateStageRequest(operations, api, "Prod"));
  }

  private String cached(String paths) {
    var api = lab.deployed(Lab.document(paths));
    patch(api, "/cacheClusterEnabled", "true", "/*/*/caching/enabled", "true");
    return api;
  }

  private String get(String api, String target, String... headers) {
    return Lab.text(lab.send(api, Lab.request("GET", target, "", headers)));
  }

  @Test
  void aResponseIsGivenAgainForItsTime() {
    var api = cached("\"/\": {\"get\": " + proxy("") + "}");
    assertThat(get(api, "/Prod")).isEqualTo("answer 1");
    assertThat(get(api, "/Prod?any=query")).isEqualTo("answer 1");
    lab.local.clock.advance(Duration.ofSeconds(299));
    assertThat(get(api, "/Prod")).isEqualTo("answer 1");
    lab.local.clock.advance(Duration.ofSeconds(1));
    assertThat(get(api, "/Prod")).isEqualTo("answer 2");
  }

  @Test
  void whatIsServedIsCounted() {
    var api = cached("\"/\": {\"get\": " + proxy("") + "}");
    get(api, "/Prod");
    get(api, "/Prod");
    get(api, "/Prod/nowhere");
    var name = lab.local.invoke(ApiGatewayModel.GET_REST_API, new GetRestApiRequest(api)).name();
    var stage = "{ApiName=" + name + ", Stage=Prod}";
    assertThat(lab.counted)
        .containsEntry("Count{ApiName=" + name + "}", 3.0)
        .containsEntry("Count" + stage, 3.0)
        .containsEntry("4XXError" + stage, 1.0)
        .containsEntry("5XXError" + stage, 0.0)
        .containsEntry("CacheMissCount" + stage, 1.0)
        .containsEntry("CacheHitCount" + stage, 1.0)
        .containsKeys("Latency" + stage, "IntegrationLatency" + stage);
  }

  @Test
  void parametersTellResponsesApart() {
    var keys =
        "\"method.request.querystring.q\", \"method.request.header.X\", \"method.request.path.id\"";
    var api = cached("\"/{id}\": {\"get\": " + proxy(keys) + "}");
    assertThat(get(api, "/Prod/1?q=1", "X", "1")).isEqualTo("answer 1");
    assertThat(get(api, "/Prod/1?q=2", "X", "1")).isEqualTo("answer 2");
    assertThat(get(api, "/Prod/1?q=1", "X", "2")).isEqualTo("answer 3");
    assertThat(get(api, "/Prod/2?q=1", "X", "1")).isEqualTo("answer 4");
    assertThat(get(api, "/Prod/1?other=1&q=1", "X", "1")).isEqualTo("answer 1");
  }

  @Test
  void onlyGetIsCachedUnlessAMethodSaysMore() {
    var api = cached("\"/a\": {\"get\": %1$s, \"post\": %1$s}".formatted(proxy("")));
    var post = Lab.request("POST", "/Prod/a", "");
    lab.send(api, post);
    assertThat(Lab.text(lab.send(api, post))).isEqualTo("answer 2");
    var stage =
        patch(api, "/~1a/POST/caching/enabled", "true", "/~1a/GET/caching/enabled", "false");
    assertThat(stage.methodSettings()).containsOnlyKeys("*/*", "~1a/POST", "~1a/GET");
    assertThat(stage.methodSettings().get("~1a/POST").cacheTtlInSeconds()).isEqualTo(300);
    lab.send(api, post);
    assertThat(Lab.text(lab.send(api, post))).isEqualTo("answer 3");
    assertThat(get(api, "/Prod/a")).isEqualTo("answer 4");
    assertThat(get(api, "/Prod/a")).isEqualTo("answer 5");
  }

  @Test
  void errorsAndLargeResponsesAreNotCached() {
    var api = cached("\"/\": {\"get\": " + proxy("") + "}");
    lab.server =
        (_, _) -> Response.of(++served == 1 ? 500 : 200, "text/plain", "x".repeat(1 << 21));
    assertThat(get(api, "/Prod")).hasSize(1 << 21);
    assertThat(get(api, "/Prod")).hasSize(1 << 21);
    get(api, "/Prod");
    assertThat(served).isEqualTo(3);
  }

  @Test
  void aFlushForgetsAll() {
    var api = cached("\"/\": {\"get\": " + proxy("") + "}");
    get(api, "/Prod");
    lab.local.invoke(ApiGatewayModel.FLUSH_STAGE_CACHE, new FlushStageCacheRequest(api, "Prod"));
    assertThat(get(api, "/Prod")).isEqualTo("answer 2");
  }

  @Test
  void whoMayNotInvalidateIsToldSo() {
    var api = cached("\"/\": {\"get\": " + proxy("") + "}");
    get(api, "/Prod");
    var anew = Lab.request("GET", "/Prod", "", "Cache-Control", "max-age=0");
    var warned = lab.send(api, anew);
    assertThat(Lab.text(warned)).isEqualTo("answer 1");
    assertThat(warned.headers().first("warning")).startsWith("199 ");
    strategy(api, "SUCCEED_WITHOUT_RESPONSE_HEADER");
    assertThat(lab.send(api, anew).headers().has("warning")).isFalse();
    strategy(api, "FAIL_WITH_403");
    assertThat(lab.send(api, anew).status()).isEqualTo(403);
    patch(api, "/*/*/caching/requireAuthorizationForCacheControl", "false");
    assertThat(Lab.text(lab.send(api, anew))).isEqualTo("answer 2");
    assertThat(get(api, "/Prod")).isEqualTo("answer 2");
  }

  private void strategy(String api, String strategy) {
    patch(api, "/*/*/caching/unauthorizedCacheControlHeaderStrategy", strategy);
  }

  @Test
  void aSenderMayBeAllowedToInvalidate() {
    var scheme =
        "{\"type\": \"apiKey\", \"name\": \"Authorization\", \"in\": \"header\","
            + " \"x-amazon-apigateway-authtype\": \"awsSigv4\"}";
    var operation =
        proxy("").replace("\"responses\"", "\"security\": [{\"guard\": []}], \"responses\"");
    var api = lab.deployed(Lab.guarded(scheme, "\"/\": {\"get\": " + operation + "}"));
    patch(api, "/cacheClusterEnabled", "true", "/*/*/caching/enabled", "true");
    var user = new Principal.User("000000000000", "/", "eve", "AIDAEVE");
    var request =
        lab.signed(
            Lab.request("GET", "/Prod", "", "Host", "x", "Cache-Control", "max-age=0"), user);
    lab.send(api, request);
    assertThat(Lab.text(lab.send(api, request))).isEqualTo("answer 2");
    assertThat(lab.asked.getLast().needs().getFirst().action())
        .isEqualTo("execute-api:InvalidateCache");
    lab.policies =
        (_, access) -> {
          if (access.needs().getFirst().action().endsWith("InvalidateCache")) {
            throw CommonError.ACCESS_DENIED.because("no");
          }
        };
    assertThat(Lab.text(lab.send(api, request))).isEqualTo("answer 2");
  }

  @Test
  void settingsAreChecked() {
    var api = lab.deployed(Lab.document("\"/\": {\"get\": " + proxy("") + "}"));
    assertThatThrownBy(() -> patch(api, "/cacheClusterSize", "2"))
        .hasMessage("Invalid cache cluster size: 2");
    assertThatThrownBy(() -> patch(api, "/*/*/caching/ttlInSeconds", "3601"))
        .hasMessage("Cache TTL must be between 0 and 3600");
    assertThatThrownBy(() -> patch(api, "/*/*/logging/loglevel", "INFO"))
        .hasMessageContaining("LoggingLevel INFO");
    var stage = patch(api, "/cacheClusterEnabled", "true", "/cacheClusterSize", "1.6");
    assertThat(stage.cacheClusterStatus()).isEqualTo("AVAILABLE");
    assertThat(patch(api, "/cacheClusterEnabled", "false").cacheClusterStatus())
        .isEqualTo("NOT_AVAILABLE");
    assertThat(get(api, "/Prod")).isEqualTo("answer 1");
    assertThat(get(api, "/Prod")).isEqualTo("answer 2");
  }
}
