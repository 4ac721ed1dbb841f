package brume.apigateway.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.apigateway.Lab;
import brume.http.Response;
import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.ApiKey;
import brume.model.apigateway.ApiStage;
import brume.model.apigateway.CreateApiKeyRequest;
import brume.model.apigateway.CreateUsagePlanKeyRequest;
import brume.model.apigateway.CreateUsagePlanRequest;
import brume.model.apigateway.DeleteUsagePlanRequest;
import brume.model.apigateway.GetApiKeysRequest;
import brume.model.apigateway.GetUsageRequest;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.QuotaSettings;
import brume.model.apigateway.ThrottleSettings;
import brume.model.apigateway.UpdateApiKeyRequest;
import brume.model.apigateway.UpdateStageRequest;
import brume.model.apigateway.UpdateUsagePlanRequest;
import brume.model.apigateway.UpdateUsageRequest;
import brume.model.apigateway.UsagePlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsagePlanTest {
  private static final String VALUE = "0123456789012345678901";

  private final Lab lab = new Lab();
  private final String api =
      lab.deployed(
          Lab.guarded(
              "{\"type\": \"apiKey\", \"name\": \"x-api-key\", \"in\": \"header\"}",
              "\"/\": {\"get\": " + Lab.GUARDED + "}, \"/open\": {\"get\": " + Lab.PROXY + "}"));

  private ApiKey key(String name, String value) {
    return lab.local.invoke(
        ApiGatewayModel.CREATE_API_KEY,
        CreateApiKeyRequest.builder().name(name).value(value).enabled(true).build());
  }

  private UsagePlan plan(QuotaSettings quota, ThrottleSettings throttle) {
    return lab.local.invoke(
        ApiGatewayModel.CREATE_USAGE_PLAN,
        CreateUsagePlanRequest.builder()
            .name("plan")
            .apiStages(List.of(new ApiStage(api, "Prod", null)))
            .quota(quota)
            .throttle(throttle)
            .build());
  }

  private void join(UsagePlan plan, ApiKey key) {
    lab.local.invoke(
        ApiGatewayModel.CREATE_USAGE_PLAN_KEY,
        new CreateUsagePlanKeyRequest(key.id(), "API_KEY", plan.id()));
  }

  private Response get(String key) {
    return lab.send(api, Lab.request("GET", "/Prod", "", "X-Api-Key", key));
  }

  private static PatchOperation replace(String path, String value) {
    return new PatchOperation(null, "replace", path, value);
  }

  @Test
  void aKeyOpensTheStagesOfItsPlan() {
    var key = key("k", VALUE);
    assertThat(get(VALUE).status()).isEqualTo(403);
    join(plan(null, null), key);
    assertThat(get(VALUE).status()).isEqualTo(200);
    assertThat(Lab.at(lab.event(), "requestContext", "identity", "apiKey"))
        .isEqualTo(Json.of(VALUE));
    assertThat(Lab.at(lab.event(), "requestContext", "identity", "apiKeyId"))
        .isEqualTo(Json.of(key.id()));
    var refused = lab.get(api, "/Prod");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(Lab.text(refused)).isEqualTo("{\"message\":\"Forbidden\"}");
    assertThat(refused.headers().first("x-amzn-ErrorType")).isEqualTo("ForbiddenException");
    assertThat(lab.get(api, "/Prod/open").status()).isEqualTo(200);
    lab.local.invoke(
        ApiGatewayModel.UPDATE_API_KEY,
        new UpdateApiKeyRequest(key.id(), List.of(replace("/enabled", "false"))));
    assertThat(get(VALUE).status()).isEqualTo(403);
  }

  @Test
  void aQuotaHoldsForItsPeriod() {
    var plan = plan(new QuotaSettings(2, null, "DAY"), null);
    var key = key("k", VALUE);
    join(plan, key);
    get(VALUE);
    get(VALUE);
    var exhausted = get(VALUE);
    assertThat(exhausted.status()).isEqualTo(429);
    assertThat(Lab.text(exhausted)).isEqualTo("{\"message\":\"Limit Exceeded\"}");
    lab.local.clock.advance(Duration.ofDays(1));
    assertThat(get(VALUE).status()).isEqualTo(200);
    var usage =
        lab.local.invoke(
            ApiGatewayModel.GET_USAGE,
            GetUsageRequest.builder()
                .usagePlanId(plan.id())
                .startDate("2026-01-01")
                .endDate("2026-01-03")
                .build());
    assertThat(usage.items().get(key.id()))
        .containsExactly(List.of(0L, 2L), List.of(2L, 0L), List.of(1L, 1L));
    lab.local.invoke(
        ApiGatewayModel.UPDATE_USAGE,
        new UpdateUsageRequest(key.id(), List.of(replace("/remaining", "0")), plan.id()));
    assertThat(get(VALUE).status()).isEqualTo(429);
  }

  @Test
  void whatWasUsedIsSaved() {
    var ledger = new UsageLedger(lab.local.store);
    var day = java.time.LocalDate.parse("2026-01-02");
    var scope = brume.testing.Local.SCOPE;
    assertThat(ledger.take(scope, "p", "k", day, day, 2)).isTrue();
    ledger.save();
    var later = new UsageLedger(lab.local.store);
    assertThat(later.used(scope, "p", "k", day.minusDays(1), day)).containsExactly(0L, 1L);
    assertThat(later.take(scope, "p", "k", day, day, 2)).isTrue();
    assertThat(later.take(scope, "p", "k", day, day, 2)).isFalse();
  }

  @Test
  void aClientIsThrottledAlone() {
    var plan = plan(null, new ThrottleSettings(2, 1.0));
    join(plan, key("k", VALUE));
    join(plan, key("other", VALUE + "other"));
    get(VALUE);
    get(VALUE);
    var throttled = get(VALUE);
    assertThat(throttled.status()).isEqualTo(429);
    assertThat(Lab.text(throttled)).isEqualTo("{\"message\":\"Too Many Requests\"}");
    assertThat(throttled.headers().first("x-amzn-ErrorType")).isEqualTo("TooManyRequestsException");
    assertThat(get(VALUE + "other").status()).isEqualTo(200);
    lab.local.clock.advance(Duration.ofSeconds(1));
    assertThat(get(VALUE).status()).isEqualTo(200);
    assertThat(get(VALUE).status()).isEqualTo(429);
  }

  @Test
  void aPlanMayThrottleAMethod() {
    var plan = plan(null, new ThrottleSettings(100, 100.0));
    join(plan, key("k", VALUE));
    var path = "/apiStages/" + api + ":Prod/throttle/~1/GET/";
    lab.local.invoke(
        ApiGatewayModel.UPDATE_USAGE_PLAN,
        new UpdateUsagePlanRequest(
            List.of(replace(path + "rateLimit", "1"), replace(path + "burstLimit", "1")),
            plan.id()));
    assertThat(get(VALUE).status()).isEqualTo(200);
    assertThat(get(VALUE).status()).isEqualTo(429);
  }

  @Test
  void aMethodIsThrottledForAll() {
    lab.local.invoke(
        ApiGatewayModel.UPDATE_STAGE,
        new UpdateStageRequest(
            List.of(
                replace("/~1open/GET/throttling/rateLimit", "1"),
                replace("/~1open/GET/throttling/burstLimit", "1")),
            api,
            "Prod"));
    assertThat(lab.get(api, "/Prod/open").status()).isEqualTo(200);
    assertThat(lab.get(api, "/Prod/open").status()).isEqualTo(429);
  }

  @Test
  void keysAndPlansBelongTogether() {
    var key = key("key", VALUE);
    assertThatThrownBy(() -> key("again", VALUE)).hasMessage("API Key already exists");
    assertThatThrownBy(() -> key("short", "short")).hasMessageContaining("at least 20 characters");
    var plan = plan(null, null);
    join(plan, key);
    assertThatThrownBy(() -> join(plan(null, null), key)).hasMessageContaining("cannot be added");
    assertThatThrownBy(
            () ->
                lab.local.invoke(
                    ApiGatewayModel.DELETE_USAGE_PLAN, new DeleteUsagePlanRequest(plan.id())))
        .hasMessageContaining("has associated API stages");
    lab.local.invoke(
        ApiGatewayModel.UPDATE_USAGE_PLAN,
        new UpdateUsagePlanRequest(
            List.of(new PatchOperation(null, "remove", "/apiStages", api + ":Prod")), plan.id()));
    lab.local.invoke(ApiGatewayModel.DELETE_USAGE_PLAN, new DeleteUsagePlanRequest(plan.id()));
    var keys =
        lab.local.invoke(
            ApiGatewayModel.GET_API_KEYS, GetApiKeysRequest.builder().nameQuery("k").build());
    assertThat(keys.items()).hasSize(1);
    assertThat(keys.items().getFirst().value()).isNull();
  }
}
